//! English

use super::{AccessWords, MethodWords, ModelSection, PromiseWords, SelfCheckWords};

pub(in crate::text::words) const EN: MethodWords = MethodWords {
    headline: [
        "How it is calculated, and how far to trust it",
        "Your own plan worked through, a check in this browser, the formulas with what they assume, and the promises behind it.",
    ],
    model: [
        "The model",
        "There are two calculations. One divides backwards from the target to the counts it takes if every rate and deal comes out average (the plan). The other draws lots many thousand times with exactly those counts and takes the share that reaches the target (Monte Carlo). Both rest on the same formulas.",
    ],
    sections: [
        ModelSection {
            heading: "Working backwards",
            sentences: "The target divided by the value of a deal gives deals; divided by rate after rate it gives the stages before. What existing customers, open deals and channels of fixed volume bring is taken off first, and one multiplier of all other channels fills the rest. Nothing is rounded on the way; only required counts are rounded up at the end.",
            formulas: &[
                [
                    "m = (G − G_{0}) ÷ g",
                    "the multiplier m is the target G less what comes in anyway, G 0, divided by what is new at a multiplier of one, g",
                ],
                [
                    "N_{j−1} = N_{j} ÷ r_{j}",
                    "the count of a stage is the count of the next stage divided by the rate into it",
                ],
            ],
        },
        ModelSection {
            heading: "Delay",
            sentences: "A step takes a time that follows a Gamma law with mean d and coefficient of variation c. Several steps together are taken as a Gamma law with their means and variances added. Entries are even inside their month, and the share that arrives k months later is an integral. Whoever has not arrived by the end of the period does not count for it.",
            formulas: &[
                [
                    "κ(k) = H(k+1) − 2H(k) + H(k−1)",
                    "the share that arrives k months later is H of k plus one, less twice H of k, plus H of k minus one",
                ],
                [
                    "H(x) = x F(x; a, θ) − aθ F(x; a+1, θ)",
                    "H of x is x times the Gamma distribution function of shape a and scale theta, less a theta times the one of shape a plus one",
                ],
            ],
        },
        ModelSection {
            heading: "Not knowing",
            sentences: "A rate is not a point: it has the range that its evidence leaves open. A rate of m seen in n cases is drawn from a Beta law. The mean deal value and the factor of a channel's volume are log-normal. What is drawn holds for the whole trial. A rate without evidence is taken as known exactly.",
            formulas: &[
                [
                    "p ~ Beta(mn, (1−m)n)",
                    "the rate p follows a Beta law with alpha m times n and beta one minus m times n",
                ],
                [
                    "V ~ LogNormal(E[V] = v, CV = w)",
                    "the mean deal value follows a log-normal law with mean v and coefficient of variation w",
                ],
            ],
        },
        ModelSection {
            heading: "Luck",
            sentences: "Even with known rates no two years are alike. Entries are Poisson numbers, and since each prospect moves on independently, arrivals are Poisson numbers too (thinning). Where months are good or bad as a whole, a Gamma factor multiplies the month's mean. Open deals are binomial, and so are customers who leave. Once the number of deals W is known, their sum is one Gamma number.",
            formulas: &[
                [
                    "W ~ Poisson(λ p_{1} p_{2} ⋯)",
                    "the number of deals W follows a Poisson law whose mean is the expected entries lambda times the rates",
                ],
                [
                    "R | W ~ Gamma(W ÷ c^{2}, V c^{2})",
                    "revenue R, given W deals, follows a Gamma law of shape W over c squared and scale V times c squared",
                ],
            ],
        },
        ModelSection {
            heading: "The market",
            sentences: "Where rates and values rise and fall together, one common factor M moves them, as strongly as the correlation ρ says. Churn alone moves the other way. At ρ = 0 everything is independent.",
            formulas: &[[
                "z_{k} = ±√ρ M + √(1−ρ) ε_{k},  p_{k} = F_{k}^{−1}(Φ(z_{k}))",
                "z is the common factor times the root of rho plus an own factor times the root of one minus rho; the value is the quantile of its law at the place of z in the normal law",
            ]],
        },
        ModelSection {
            heading: "The answers",
            sentences: "The chance is the share of trials that reach the target; repeated, it would move by its standard error. The volume for 80% comes from each trial's smallest multiplier that would have been enough: their 80% point. What moves the result is a division of the variance: what is left on average once rates and values are fixed is luck. The same plan and seed give the same figures on every machine.",
            formulas: &[
                [
                    "P = K ÷ N,  s = √(P(1−P) ÷ N)",
                    "the chance P is the number of trials that reach it, K, over all trials, N; its standard error is the root of P times one minus P over N",
                ],
                [
                    "Var(R) = E[Var(R | p)] + Var(E[R | p])",
                    "the variance of revenue is the mean of the variance given the rates plus the variance of the mean given the rates",
                ],
            ],
        },
    ],
    limits_heading: "What it cannot say",
    limits: [
        "A chance is a share of cases if your figures and these assumptions hold. It is no promise about the future.",
        "Rates stay the same over the period. That more volume brings poorer leads, that people run out of hours, or that discounts lift rates is not in it.",
        "Prospects move independently. Where one company's decision carries many deals, real results vary more.",
        "What was seen is taken to hold for the prospects to come. For other customers or another way of selling, widen the ranges.",
        "Typical ranges come from published articles. They are not your company's results.",
        "Delays are Gamma laws, and one factor is all that moves things together. Seasons are used as typed.",
        "Recurring add-ons are spread evenly over that month's customers: exact in the mean, and within 1% in the spread of the last month's yearly fees for add-ons of up to 0.3 of a fee.",
        "It can say how much twice the leads would help, not how to get twice the leads.",
    ],
    sources_heading: "Sources",
    sources: [
        "Thinning and superposition of Poisson laws: Kingman, Poisson Processes, Oxford, 1993",
        "Beta laws of rates: Gelman et al., Bayesian Data Analysis, 3rd edition, 2013, chapter 2",
        "Gamma, log-normal and negative binomial laws: Johnson, Kotz, Kemp, Balakrishnan, Univariate Distributions, 1994–2005",
        "Standard errors and common random numbers: Glasserman, Monte Carlo Methods in Financial Engineering, 2003",
        "Correlation by one factor: Vasicek, Probability of loss on loan portfolio, 1987",
        "Shares of the variance: Sobol', Sensitivity estimates for nonlinear mathematical models, 1993",
        "The random numbers, SplitMix64: Steele, Lea, Flood, Fast splittable pseudorandom number generators, OOPSLA 2014",
        "Special functions: NIST Digital Library of Mathematical Functions",
    ],
    steps: [
        "Your plan, worked backwards",
        "With the figures as they stand, from the target back. It changes as you type.",
    ],
    trial: [
        "The first draw",
        "The first trial of this plan with this seed: first what is not known, then luck. It is the first line of the trials that can be exported.",
    ],
    trial_columns: ["What is drawn", "Law", "Mean", "First trial"],
    trial_tables: ["Not known: drawn once a trial", "Luck: what follows with these rates"],
    all_known: "This plan takes every rate, value and volume as known exactly. Trials differ by luck alone.",
    beta: "Beta(α = {0}, β = {1}), {2} cases seen",
    log_normal: "Log-normal, coefficient of variation {0}",
    laws: ["Poisson", "Poisson, thinned", "Sum of the deals"],
    outcome: [
        "The first trial of seed {0} ends at {1} and misses {2}.",
        "The first trial of seed {0} ends at {1} and reaches {2}.",
    ],
    share: "Of {0} trials, {1} reach the target: {2}, with a standard error of {3} points.",
    share_extreme: "Of {0} trials, {1} reach the target. The true share is within {2} points of that.",
    share_pending: "The share and its standard error stand here once all trials are done.",
    check: SelfCheckWords {
        heading: [
            "Check it in this browser",
            "Plans whose answer is known exactly are run here and now, 100,000 trials each, and compared. The exact answers come from another program. The seed is your plan's. What lies more than 4.9 standard errors off is a miss, which a right calculation shows once in a million. Last, every result of the reference plan is compared with other machines, to the bit.",
        ],
        buttons: ["Run the check", "Run it again", "Stop"],
        progress: "Progress of the check",
        running: "Checking: {0} of {1} done.",
        stopped: "The check was stopped.",
        green: "All {1} agree.",
        red: "{0} of {1} agree. Do not trust what this machine calculates.",
        columns: ["Case", "Result", "Exact", "This machine", "Off by (standard errors)"],
        outcomes: ["Agrees", "Misses"],
        cases: [
            ("poisson", ["Rates known exactly", "Deals are a Poisson number"]),
            ("beta", ["A rate known from 80 cases", "Poisson laws mixed by a Beta law, numerical integral"]),
            ("gamma", ["Deals of unequal value", "Sum over Poisson and Gamma laws"]),
            ("log_normal", ["A mean deal value that is not certain", "Sum over Poisson and log-normal laws"]),
            ("delay", ["Four months on average to a deal", "Poisson law times the share that arrives"]),
            ("binomial", ["Sixty open deals and nothing else", "Binomial law"]),
            ("pipeline", ["Open deals and new leads", "Sum of a binomial and a Poisson number"]),
            ("own_rates", ["Channels with rates of their own", "Sum of Poisson numbers"]),
            ("negative_binomial", ["Good months and bad months", "Negative binomial law"]),
            ("churn_mean", ["Subscriptions with churn that is not certain", "Mean: moments of the Beta law"]),
            ("exit_arr", ["Yearly fees at the end, churn known", "Sum of a binomial and a Poisson number"]),
            ("tree_mean", ["Mean of a plan worked backwards", "The target itself"]),
            ("variance", ["Standard deviation of revenue", "Formula of the variance"]),
            ("required", ["Leads for 80%", "Inverse of the Gamma law"]),
            ("bits", ["Hash of every result of the reference plan", "Its value on other machines"]),
        ],
    },
    promises: PromiseWords {
        heading: [
            "Promises, and the figures behind them",
            "What this tool sets out to keep, with the figures of the last checks. The checks wrote them, nobody typed them. What was not measured is said to be so.",
        ],
        columns: ["Promise, and how it is checked", "Figure", "Date and commit"],
        verdicts: ["Kept", "Not there yet", "Not measured yet"],
    },
    access: AccessWords {
        heading: ["Accessibility", "The aim is WCAG 2.2, level AA. Nobody independent has audited it."],
        lists: [
            (
                "What works",
                &[
                    "Fields, buttons, tables and folds are the browser's own, and each has a name.",
                    "The keyboard alone is enough. Where you are is framed by two pixels.",
                    "Each chart has a title that says what it shows, and a table with the same figures.",
                    "Nothing is told by colour alone: departments have names and marks. Text has a contrast of at least 4.5.",
                    "At 320 pixels the page does not scroll sideways; wide tables scroll inside themselves.",
                    "Where reduced motion is asked for, nothing moves. The end of a run is announced once.",
                ],
            ),
            (
                "Known gaps",
                &[
                    "Nobody who uses a screen reader every day has tried it yet.",
                    "Automatic checks (axe-core) find only what a program can decide.",
                    "Safari is checked through its engine, as WebKitGTK; Safari on a Mac or an iPhone has not been tried.",
                    "Formulas are text with a spoken form; they cannot be walked through symbol by symbol.",
                    "Prints and PDFs may lack headings and other structure.",
                ],
            ),
            (
                "How it was checked",
                &[
                    "The built page is used in Chromium, Firefox and WebKit (see \"For everyone\" above), which also look for sideways scrolling and for words over words, from 320 pixels on.",
                    "Contrast was calculated for the light and the dark theme.",
                    "Pictures of every width, theme and language are taken and looked at.",
                ],
            ),
            ("Browsers", &["Safari 16.4, Chrome 111, Firefox 113, and later ones."]),
        ],
    },
};
