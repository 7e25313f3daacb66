// <minibatch-lab problem="sine-fit" batch-size="16" hide="speed" lock="learning-rate" theme="dark"></minibatch-lab>
// A Minibatch Lab in a frame that sizes itself. Attributes are settings by their name in the lab's link, and the wishes
// below; methods are the requests of the lab's messages, DOM events its events.
{
  const namespace = 'minibatch-lab';
  const home = document.currentScript ? document.currentScript.src : location.href;
  const wishes = ['autoplay', 'height', 'hide', 'lang', 'lock', 'show', 'start', 'theme'];
  const changeable = ['hide', 'lang', 'lock', 'show', 'theme'];
  const ofFrame = ['sandbox', 'src', 'title'];
  const ofHtml = ['class', 'dir', 'id', 'is', 'part', 'role', 'slot', 'style', 'tabindex'];
  const requests = ['getState', 'setState', 'setHost', 'play', 'pause', 'step', 'stepPhase', 'reset', 'seek', 'export'];
  const patience = 40000;

  /** `start` is both: a wish as `visible` or `now`, a setting as a pair of weights. */
  const isWish = (name, value) => wishes.includes(name) && (name !== 'start' || /^[a-z]/.test(value));
  const isSetting = (name) =>
    (name === 'start' || ![...wishes, ...ofFrame, ...ofHtml].includes(name)) && !/^(aria-|data-|on)/.test(name);

  class MinibatchLab extends HTMLElement {
    #frame = null;
    #ready = null;
    #isReady = () => {};
    #waiting = new Map();
    #lastId = 0;
    #stop = () => {};

    connectedCallback() {
      const frame = document.createElement('iframe');
      frame.src = this.#address();
      frame.title = this.title || 'Minibatch Lab';
      frame.allow = 'fullscreen; clipboard-write';
      frame.loading = 'lazy';
      frame.style.cssText = 'display:block;inline-size:100%;block-size:640px;border:0';
      if (this.hasAttribute('sandbox')) frame.setAttribute('sandbox', this.getAttribute('sandbox'));
      this.#frame = frame;
      this.#ready = new Promise((resolve) => {
        this.#isReady = resolve;
      });
      const receive = (event) => {
        if (frame.contentWindow && event.source === frame.contentWindow) this.#receive(event.data);
      };
      const observer = new MutationObserver((records) => this.#follow(records));
      this.#stop = () => {
        window.removeEventListener('message', receive);
        observer.disconnect();
        frame.remove();
      };
      window.addEventListener('message', receive);
      observer.observe(this, { attributes: true });
      if (!this.style.display) this.style.display = 'block';
      (this.shadowRoot || this.attachShadow({ mode: 'open' })).append(frame);
    }

    disconnectedCallback() {
      this.#stop();
      for (const { fail } of this.#waiting.values()) fail(new Error('The lab is no longer on the page.'));
      this.#waiting.clear();
    }

    #address() {
      const address = new URL(
        this.getAttribute('src') || 'index.html',
        this.hasAttribute('src') ? document.baseURI : home,
      );
      const settings = new URLSearchParams(address.hash.slice(1));
      address.searchParams.set('embed', '1');
      for (const { name, value } of this.attributes) {
        if (isWish(name, value)) address.searchParams.set(name, value);
        else if (isSetting(name)) settings.set(name, value || '1');
      }
      address.hash = decodeURIComponent(settings.toString());
      return address.href;
    }

    #post(message) {
      this.#frame?.contentWindow?.postMessage({ ns: namespace, v: 1, ...message }, '*');
    }

    #receive(data) {
      if (!data || data.ns !== namespace) return;
      const { type, id, payload } = data;
      const waiting = this.#waiting.get(id);
      this.#waiting.delete(id);
      if (waiting) {
        if (type === 'error') waiting.fail(Object.assign(new Error(payload.message), { code: payload.code }));
        else waiting.answer(payload);
        return;
      }
      // A lab that has begun says `ready` to everyone, without its state; the answer to our hello has it.
      if (type === 'ready' && payload.state === null) return this.#post({ type: 'hello' });
      if (type === 'ready') this.#isReady();
      if (type === 'height' && this.getAttribute('height') !== 'fixed')
        this.#frame.style.blockSize = `${payload.height}px`;
      this.dispatchEvent(new CustomEvent(type, { detail: payload }));
    }

    async request(type, payload) {
      await this.#ready;
      const id = ++this.#lastId;
      return new Promise((answer, fail) => {
        this.#waiting.set(id, { answer, fail });
        this.#post({ type, id, payload });
        setTimeout(() => this.#waiting.delete(id) && fail(new Error(`${type} was not answered.`)), patience);
      });
    }

    #follow(records) {
      const names = [...new Set(records.map(({ attributeName }) => attributeName))];
      if (names.includes('src')) {
        this.#frame.src = this.#address();
        return;
      }
      const report = (error) => this.dispatchEvent(new CustomEvent('error', { detail: { message: error.message } }));
      const wished = names.filter((name) => changeable.includes(name));
      const host = Object.fromEntries(wished.map((name) => [name, this.getAttribute(name) || defaultWish(name)]));
      if (wished.length > 0) this.request('setHost', host).catch(report);
      const set = names.filter((name) => isSetting(name) && this.hasAttribute(name));
      const settings = Object.fromEntries(set.map((name) => [name, this.getAttribute(name) || '1']));
      if (set.length > 0) this.request('setState', settings).catch(report);
    }
  }

  const defaultWish = (name) => (name === 'theme' ? 'auto' : name === 'lang' ? null : '');

  const asPayload = {
    step: (count = 1) => ({ count }),
    seek: (step) => ({ step }),
    export: (format, options) => ({ format, ...options }),
  };
  for (const type of requests) {
    MinibatchLab.prototype[type] = function (...given) {
      return this.request(type, asPayload[type] ? asPayload[type](...given) : given[0]);
    };
  }

  if (!customElements.get(namespace)) customElements.define(namespace, MinibatchLab);
}
