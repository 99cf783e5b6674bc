// <gyakusan-calculator>: the calculator of Gyakusan as an element, as high as its content. One script for a whole page;
// embed/README.md describes attributes, events and messages. `cargo xtask build` leaves the comments out.
(() => {
  const NAME = "gyakusan-calculator";
  if (customElements.get(NAME)) return;
  // Where this script is, the calculator is too.
  const script = document.currentScript ?? document.querySelector('script[src*="embed.js"]');
  const page = new URL(".", script.src);
  const QUERY = "show edit figure heading cta cta-link lang theme paper ink accent width".split(" ");
  const MAX_HEIGHT = 5000;

  customElements.define(
    NAME,
    class extends HTMLElement {
      static observedAttributes = ["plan", ...QUERY];
      #frame;
      #asked = false;

      connectedCallback() {
        addEventListener("message", this);
        document.addEventListener("securitypolicyviolation", this);
        if (this.#frame) return;
        const frame = document.createElement("iframe");
        Object.assign(frame.style, { display: "block", width: "100%", border: "0", margin: "0 auto" });
        frame.loading = "lazy";
        frame.title = this.title || this.getAttribute("heading") || this.textContent.trim() || "逆算 Gyakusan";
        this.#frame = frame;
        this.#fit(parseInt(this.getAttribute("height"), 10) || 720);
        this.#address();
        // The page's style sheets end at this root; what was written inside stays for where no script or no frame is allowed.
        this.attachShadow({ mode: "open" }).append(frame);
        this.style.setProperty("display", "block", "important");
      }

      disconnectedCallback() {
        removeEventListener("message", this);
        document.removeEventListener("securitypolicyviolation", this);
        // A frame that is put elsewhere loads anew.
        this.#asked = false;
      }

      attributeChangedCallback() {
        if (this.#frame) this.#address();
      }

      #address() {
        const address = new URL(page);
        address.searchParams.set("embed", "1");
        for (const name of QUERY) {
          const value = this.getAttribute(name);
          if (value !== null) address.searchParams.set(name === "heading" ? "title" : name, value);
        }
        const plan = this.getAttribute("plan") ?? "";
        address.hash = plan.slice(plan.indexOf("#") + 1);
        this.#asked = false;
        // Beside a narrower calculator the page is seen, whatever the frame's own background is.
        this.#frame.style.maxWidth = `${this.getAttribute("width")}px`;
        this.#frame.src = address;
      }

      #fit(height) {
        this.#frame.style.height = `${Math.min(height, MAX_HEIGHT)}px`;
      }

      // What the frame says, and what the page's policy refuses.
      handleEvent({ blockedURI, source, data }) {
        if (blockedURI) return this.#giveWay(blockedURI);
        if (source !== this.#frame?.contentWindow || data?.source !== "gyakusan" || data.version !== 1) return;
        if (data.type === "height") {
          if (data.height > 0) this.#fit(data.height);
          return;
        }
        if (!["ready", "result", "plan"].includes(data.type)) return;
        // What readers enter comes only where the author asks for it.
        if (data.type === "ready" && this.hasAttribute("events") && !this.#asked) {
          this.#asked = true;
          this.#say({ type: "listen" });
        }
        this.dispatchEvent(new CustomEvent(`gyakusan-${data.type}`, { detail: data, bubbles: true }));
      }

      #say(message) {
        this.#frame?.contentWindow?.postMessage({ target: "gyakusan", version: 1, ...message }, "*");
      }

      // Where the page's policy refuses the frame, what was written inside is shown, or else the name.
      #giveWay(address) {
        if (!this.#frame.src.startsWith(address)) return;
        const slot = document.createElement("slot");
        slot.append(this.#frame.title);
        this.shadowRoot.replaceChildren(slot);
      }

      setPlan(plan) {
        this.#say({ type: "plan", plan });
      }

      setTheme(theme) {
        this.#say({ type: "theme", theme });
      }

      setLanguage(language) {
        this.#say({ type: "language", language });
      }
    },
  );
})();
