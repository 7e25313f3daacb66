// <minibatch-lab problem="sine-fit" batch-size="16" hide="speed" lock="learning-rate" theme="dark"></minibatch-lab>
// A Minibatch Lab in a frame that sizes itself. Attributes, and properties of the same names, are settings by their name
// in the lab's link, and the wishes below; methods are the requests of the lab's messages, DOM events its events.
// Loaded by <script src="embed.js">, by <script type="module" src="embed.js">, or by import('.../embed.js').
if (globalThis.customElements && !customElements.get('minibatch-lab')) {
  const namespace = 'minibatch-lab';
  const wishes = ['autoplay', 'hide', 'keys', 'lang', 'level', 'lock', 'show', 'start', 'theme'];
  const changeable = ['hide', 'keys', 'lang', 'level', 'lock', 'show', 'theme'];
  const ofElement = ['height', 'sandbox', 'src', 'title', 'width'];
  const ofLink = 'clock contenders lesson overhead parallelWidth phase start step targetLoss';
  const ofRun =
    'accumulate activation alpha amsgrad annealStrategy arrangement baseMomentum batchSize beta1 beta2 centered clipNorm condition constant cycleMomentum dampening decoupledWeightDecay divFactor dropLast endFactor eps etaMin etaMinus etaPlus examples factor finalDivFactor forgetZeroGrad gamma initial initialAccumulatorValue inputs layers learningRate learningRateDecay loss margin maxMomentum maximize milestones momentum momentumDecay nesterov noise noiseMoves offset optimizer pctStart power problem rho rotation sampling schedule scheduleUnit seed spread standardise standardised start1 start2 startFactor startPlane stepMax stepMin stepSize t0 tMax tMult testShare threePhase totalIters totalSteps warmup weightDecay';
  const events = ['ready', 'change', 'steps', 'diverged', 'converged', 'limit', 'height', 'key', 'error'].concat(
    ['committed', 'revealed', 'done'].map((stage) => `lesson:${stage}`),
  );
  /** Longest wait for the lab to begin once its page is there, and for an answer, in milliseconds. */
  const patience = 40000;

  const given = document.currentScript?.src;
  const learnHome = () =>
    import('./embed-home.js').then(
      ({ home }) => home,
      () => null,
    );

  /** `start` is both: a wish as `visible` or `now`, a setting as a pair of weights. */
  const isWish = (name, value) => wishes.includes(name) && (name !== 'start' || /^[a-z]/i.test(value));
  const ofHtml = new Set(['class', 'exportparts', 'is', 'xmlns']);
  for (const name in HTMLElement.prototype) ofHtml.add(name.toLowerCase());
  const isSetting = (name) =>
    !(wishes.includes(name) && name !== 'start') &&
    ![...ofElement, ...ofHtml].includes(name) &&
    /^(?!(aria|data|hx|item|ng|v|x)-|on|item)[a-z][a-z0-9-]*$/.test(name);
  const encoded = (text) => encodeURIComponent(text).replaceAll('%2C', ',');

  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    // The box takes the element's height where it has one, and else that of the frame.
    `:host{display:flex;flex-direction:column}:host([hidden]){display:none}
    div{display:flex;flex:1 1 auto;flex-direction:column;block-size:100%;min-block-size:0;max-block-size:inherit}
    iframe{flex:1 1 auto;inline-size:100%;min-block-size:0;border:0}`,
  );

  class MinibatchLab extends HTMLElement {
    #box = document.createElement('div');
    #frame = null;
    #isReady = false;
    #fault = null;
    #told = 0;
    #waiting = new Map();
    #lastId = 0;
    #stop = () => {};

    constructor() {
      super();
      const root = this.attachShadow({ mode: 'open' });
      root.adoptedStyleSheets = [sheet];
      root.append(this.#box);
      // What a page has set before this script was there lies over the properties of the class.
      for (const name of properties) {
        if (!Object.hasOwn(this, name)) continue;
        const value = this[name];
        delete this[name];
        this[name] = value;
      }
    }

    connectedCallback() {
      const receive = ({ source, data }) => {
        if (source && source === this.#frame?.contentWindow) this.#receive(data);
      };
      const observer = new MutationObserver((records) => this.#follow(records));
      this.#stop = () => {
        window.removeEventListener('message', receive);
        observer.disconnect();
        this.#box.replaceChildren();
      };
      window.addEventListener('message', receive);
      observer.observe(this, { attributes: true });
      this.#load();
    }

    disconnectedCallback() {
      this.#stop();
      this.#frame = null;
      this.#isReady = false;
      this.#fault = null;
      this.#told = 0;
      this.#fail('The lab is no longer on the page.');
    }

    /** Loads the lab that the attributes describe. Requests that wait for it are kept. */
    async #load() {
      this.#isReady = false;
      this.#fault = null;
      this.#fail('The lab was loaded anew.', ({ isSent }) => isSent);
      // A frame of its own each time: nothing that an earlier page says can be taken for an answer of this one.
      const frame = document.createElement('iframe');
      this.#frame = frame;
      frame.title = this.title || 'Minibatch Lab';
      frame.allow = 'fullscreen; clipboard-write';
      frame.loading = this.#waiting.size > 0 ? 'eager' : 'lazy';
      if (this.hasAttribute('sandbox')) frame.setAttribute('sandbox', this.getAttribute('sandbox'));
      this.#box.replaceChildren(frame);
      this.#fit();
      const base = this.hasAttribute('src') ? document.baseURI : given || (await learnHome());
      if (frame !== this.#frame) return;
      if (base === null)
        return this.#refuse('where the lab lies is not known to this script here; the attribute src says it.');
      const address = this.#address(base);
      if (address === null)
        return this.#refuse('the address src is one of http, https, or file; nothing else is loaded.');
      frame.onload = () => {
        const giveUp = () => {
          if (frame === this.#frame && !this.#isReady) this.#refuse(`no lab has answered at ${address}.`);
        };
        setTimeout(giveUp, patience);
      };
      frame.src = address;
    }

    /** The address of the lab with all that the attributes say, or null where it is not that of a page. */
    #address(base) {
      const source = this.getAttribute('src') || 'index.html';
      const address = URL.canParse(source, base) ? new URL(source, base) : null;
      // `javascript:` would be a script in the page around the lab, `data:` and `blob:` a page that anyone may have made.
      if (!['http:', 'https:', 'file:'].includes(address?.protocol)) return null;
      const settings = [];
      address.searchParams.set('embed', '1');
      for (const { name, value } of this.attributes) {
        if (isWish(name, value)) address.searchParams.set(name, value);
        else if (isSetting(name)) settings.push(`${name}=${encoded(value || '1')}`);
      }
      address.hash = [address.hash.slice(1), ...settings].filter(Boolean).join('&');
      return address.href;
    }

    /** The height: an attribute's, or what the lab has told, or what a lab of this width will tell. */
    #fit() {
      const wide = this.clientWidth;
      const height = this.getAttribute('height') || 'auto';
      const isOwn = height !== 'auto' && height !== 'fixed';
      const length = (text) => (/^[\d.]+$/.test(text) ? `${text}px` : text);
      this.#box.style.blockSize = isOwn ? length(height) : '';
      this.#box.style.inlineSize = length(this.getAttribute('width') || '');
      if (isOwn && !CSS.supports('height', length(height)))
        this.#report(`height is auto, fixed, or a length, not ${height}.`);
      if (this.#told === 0 || height !== 'fixed')
        this.#frame.style.flexBasis = `${this.#told || (wide >= 1000 ? 720 : wide >= 640 ? 640 : 1090)}px`;
    }

    #post(message) {
      this.#frame?.contentWindow?.postMessage({ ns: namespace, v: 1, ...message }, '*');
    }

    #receive(data) {
      if (data?.ns !== namespace) return;
      const { type, id, payload } = data;
      const waiting = this.#waiting.get(id);
      if (waiting) {
        this.#waiting.delete(id);
        if (type === 'error') waiting.fail(Object.assign(new Error(payload.message), { code: payload.code }));
        else waiting.answer(payload);
        return;
      }
      if (!events.includes(type)) return;
      // A lab that has begun says `ready` to everyone, without its state; the answer to our hello has it.
      if (type === 'ready' && payload.state === null) {
        this.#isReady = false;
        this.#fail('The lab was loaded anew.', ({ isSent }) => isSent);
        return this.#post({ type: 'hello' });
      }
      if (type === 'ready') {
        this.#isReady = true;
        this.#fault = null;
        for (const waiting of this.#waiting.values()) this.#send(waiting);
      }
      if (type === 'height' && payload.height > 0) {
        this.#told = payload.height;
        this.#fit();
      }
      this.dispatchEvent(new CustomEvent(type, { detail: payload }));
    }

    /** A request by its type in the messages; kept until the lab is there. */
    request(type, payload) {
      if (this.#fault) return Promise.reject(new Error(this.#fault));
      return new Promise((answer, fail) => {
        const message = structuredClone({ type, id: ++this.#lastId, payload });
        const waiting = { answer, fail, message, isSent: false };
        this.#waiting.set(message.id, waiting);
        if (this.#isReady) this.#send(waiting);
        else if (this.#frame) this.#frame.loading = 'eager';
      });
    }

    #send(waiting) {
      if (waiting.isSent) return;
      waiting.isSent = true;
      this.#post(waiting.message);
      setTimeout(() => this.#fail(`${waiting.message.type} was not answered.`, (one) => one === waiting), patience);
    }

    #fail(sentence, isMeant = () => true) {
      for (const [id, waiting] of this.#waiting) {
        if (!isMeant(waiting)) continue;
        this.#waiting.delete(id);
        waiting.fail(new Error(sentence));
      }
    }

    /** There is no lab, and none will come unless an attribute changes. */
    #refuse(sentence) {
      this.#fault = `<${namespace}>: ${sentence}`;
      this.#fail(this.#fault);
      this.#box.replaceChildren(this.#fault);
      this.#report(sentence);
    }

    #report(message) {
      // biome-ignore lint/suspicious/noConsole: the author of the page reads it there.
      console.error(`<${namespace}>: ${message}`);
      this.dispatchEvent(new CustomEvent('error', { detail: { message } }));
    }

    #follow(records) {
      const names = [...new Set(records.map(({ attributeName }) => attributeName))];
      if (names.includes('title')) this.#frame.title = this.title || 'Minibatch Lab';
      if (names.some((name) => ['height', 'width'].includes(name))) this.#fit();
      const wished = names.filter((name) => changeable.includes(name));
      const set = names.filter(
        (name) => isSetting(name) && !isWish(name, this.getAttribute(name)) && this.hasAttribute(name),
      );
      if (names.some((name) => ['sandbox', 'src'].includes(name)) || (!this.#isReady && wished.length + set.length > 0))
        return this.#load();
      const report = (error) => this.dispatchEvent(new CustomEvent('error', { detail: { message: error.message } }));
      const host = Object.fromEntries(wished.map((name) => [name, this.getAttribute(name) || defaultWish(name)]));
      if (wished.length > 0) this.request('setHost', host).catch(report);
      const settings = Object.fromEntries(set.map((name) => [name, this.getAttribute(name) || '1']));
      if (set.length > 0) this.request('setState', settings).catch(report);
    }
  }

  const defaultWish = (name) => (name === 'theme' ? 'auto' : name === 'lang' ? null : '');

  const define = (name, property) =>
    Object.defineProperty(MinibatchLab.prototype, name, { configurable: true, ...property });
  const methods = {
    takeSteps: (count = 1) => ['step', { count }],
    seek: (step) => ['seek', { step }],
    export: (format, options) => ['export', { format, ...options }],
    setState: (settings) => ['setState', settings],
    setHost: (wishes) => ['setHost', wishes],
  };
  for (const name of ['getState', 'play', 'pause', 'stepPhase', 'reset']) methods[name] = () => [name];
  for (const [name, message] of Object.entries(methods))
    define(name, {
      value(...given) {
        return this.request(...message(...given));
      },
    });

  // Frameworks set a property where there is one of an attribute's name. So every setting has one, and none is a method's
  // alone: `step` is set as the step to begin with, and called as `takeSteps`.
  const properties = [...wishes, ...ofElement, ...`${ofLink} ${ofRun}`.split(' ')].filter((name) => !ofHtml.has(name));
  const spelled = (element, name) => {
    const isSame = (written) => written.replaceAll('-', '') === name.toLowerCase();
    return element.getAttributeNames().find(isSame) ?? name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  };
  for (const name of properties)
    define(name, {
      get() {
        return name === 'step' ? this.takeSteps : this.getAttribute(spelled(this, name));
      },
      set(value) {
        if (value === null || value === undefined) this.removeAttribute(spelled(this, name));
        else this.setAttribute(spelled(this, name), value === true ? '1' : value === false ? '0' : String(value));
      },
    });

  customElements.define(namespace, MinibatchLab);
}
