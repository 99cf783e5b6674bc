/** Messages of version 1 between a page and the calculators inside it. */

/** What every message of a calculator begins with. */
interface GyakusanMessage {
  source: "gyakusan";
  version: 1;
}

/** The calculator can be talked to. */
export interface GyakusanReady extends GyakusanMessage {
  type: "ready";
}

/** How high the content is, in CSS pixels. */
export interface GyakusanHeight extends GyakusanMessage {
  type: "height";
  height: number;
}

/** What comes out; only to a page that asked for it. */
export interface GyakusanResult extends GyakusanMessage {
  type: "result";
  /** Expected arrivals in the period by the identity of the stage; null where no volume reaches the target. */
  counts: Record<string, number | null>;
  /** The chance of reaching the target, 0 to 1; null while it is calculated. */
  probability: number | null;
  /** How many trials it rests on. */
  trials: number | null;
}

/** Which plan is shown; only to a page that asked for it. */
export interface GyakusanPlan extends GyakusanMessage {
  type: "plan";
  /** The fragment of a link, "#" included; empty for the plan that the page opens with. */
  plan: string;
}

export type GyakusanSays = GyakusanReady | GyakusanHeight | GyakusanResult | GyakusanPlan;

/** What a page may say; at most 20 messages a second are heard, and only from the page right around the frame. */
export type GyakusanHears = { target: "gyakusan"; version: 1 } & (
  | { type: "listen" }
  | { type: "plan"; plan: string }
  | { type: "theme"; theme: "auto" | "light" | "dark" }
  | { type: "language"; language: "ja" | "en" }
);

/** The element that embed.js defines. */
export interface GyakusanCalculator extends HTMLElement {
  /** Shows the plan of a link or its fragment; the plan that the page opens with where it is empty. */
  setPlan(plan: string): void;
  /** Has no effect where the author gave colours. */
  setTheme(theme: "auto" | "light" | "dark"): void;
  setLanguage(language: "ja" | "en"): void;
}

declare global {
  interface HTMLElementTagNameMap {
    "gyakusan-calculator": GyakusanCalculator;
  }
  interface HTMLElementEventMap {
    "gyakusan-ready": CustomEvent<GyakusanReady>;
    "gyakusan-result": CustomEvent<GyakusanResult>;
    "gyakusan-plan": CustomEvent<GyakusanPlan>;
  }
}
