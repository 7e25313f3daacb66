// What the embedding tests share: a host page of any origin, a frame in it, and the messages between them.

import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Frame, Page } from '@playwright/test';

/** Whatever a message carries. */
// biome-ignore lint/suspicious/noExplicitAny: the answers of the lab are read where they are expected.
export type Answer = any;

export const singleFile = new URL('../dist/minibatch-lab.html', import.meta.url);
export const readSingleFile = (): string => readFileSync(singleFile, 'utf8');

/** Runs in every frame before its scripts: notes workers, violations of policies, and answers. */
function prepare(): void {
  const noted = globalThis as unknown as { noted: { workers: Worker[]; answers: Answer[] } };
  noted.noted = { workers: [], answers: [] };
  addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
    // biome-ignore lint/suspicious/noConsole: the test that opened the page reads its console.
    console.error(`policy violated: ${violatedDirective} ${blockedURI}`);
  });
  addEventListener('message', ({ data }) => {
    if (data?.ns === 'minibatch-lab') noted.noted.answers.push(data);
  });
  if (typeof Worker === 'undefined') return;
  globalThis.Worker = class extends Worker {
    constructor(...given: ConstructorParameters<typeof Worker>) {
      super(...given);
      noted.noted.workers.push(this);
    }
  };
}

/** A page that stands around a lab. */
export class HostPage {
  readonly page: Page;
  readonly errors: string[] = [];
  /** Requests over the network since the last call of `forgetRequests`. */
  requests: string[] = [];
  private server: Server | undefined;

  constructor(page: Page) {
    this.page = page;
    page.on('console', (message) => {
      if (message.type() === 'error') this.errors.push(message.text());
    });
    page.on('pageerror', (error) => this.errors.push(String(error)));
    page.on('request', (request) => {
      if (!/^(blob|data):/.test(request.url())) this.requests.push(request.url());
    });
  }

  forgetRequests(): void {
    this.requests = [];
  }

  /** Opens a page with this body, served from another port than the lab: another origin. */
  async open(body: string, headers: Record<string, string> = {}): Promise<this> {
    await this.page.addInitScript(prepare);
    this.server = createServer((_, response) => {
      response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', ...headers });
      response.end(
        `<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><body style="margin:0">${body}</body>`,
      );
    }).listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    await this.page.goto(`http://127.0.0.1:${(this.server.address() as AddressInfo).port}/`);
    return this;
  }

  close(): void {
    this.server?.close();
    this.server?.closeAllConnections();
  }

  /** The lab's own page opened by itself, or whatever else the server has. */
  async openLab(path: string): Promise<Frame> {
    await this.page.addInitScript(prepare);
    await this.page.goto(path);
    return this.page.mainFrame();
  }

  /** An address on the server of the built lab. */
  address(path: string): string {
    return `http://localhost:${process.env.PAGE_PORT ?? 4174}${path}`;
  }

  async frame(selector: string): Promise<Frame> {
    const handle = await this.page.locator(selector).elementHandle();
    return (await handle.contentFrame())!;
  }

  /** Sends a request from the host page to the lab in the frame `selector` and returns the answer. */
  ask(selector: string, type: string, payload?: unknown): Promise<Answer> {
    return this.page.locator(selector).evaluate(
      (element, message) =>
        new Promise((resolve, reject) => {
          setTimeout(() => reject(new Error(`${message.type} was not answered`)), 45_000);
          const frame = element as HTMLIFrameElement;
          const id = Math.random();
          // The lab may not listen yet; the first request is repeated until it does.
          const send = () => frame.contentWindow!.postMessage({ ns: 'minibatch-lab', v: 1, id, ...message }, '*');
          const timer = message.type === 'hello' ? setInterval(send, 100) : 0;
          addEventListener('message', function receive({ data, source }) {
            if (source !== frame.contentWindow || data?.id !== id) return;
            removeEventListener('message', receive);
            clearInterval(timer);
            resolve(data);
          });
          send();
        }),
      { type, ...(payload !== undefined && { payload }) },
    );
  }
}

/** Asks the lab of a frame from within the frame itself, where the page around it cannot. */
export function askInside(frame: Frame, type: string, payload?: unknown): Promise<Answer> {
  return frame.evaluate(
    (message) =>
      new Promise((resolve, reject) => {
        setTimeout(() => reject(new Error(`${message.type} was not answered`)), 45_000);
        const id = Math.random();
        const timer = message.type === 'hello' ? setInterval(send, 100) : 0;
        function send(): void {
          window.postMessage({ ns: 'minibatch-lab', v: 1, id, ...message }, '*');
        }
        addEventListener('message', function receive({ data }) {
          // The request itself arrives here as well.
          if (data?.id !== id || data.type === message.type) return;
          removeEventListener('message', receive);
          clearInterval(timer);
          resolve(data);
        });
        send();
      }),
    { type, ...(payload !== undefined && { payload }) },
  );
}

/** The weights after `step` steps of the run of `hash`, as any lab computes them. */
export async function weightsAt(host: HostPage, selector: string, step: number): Promise<readonly number[]> {
  const { payload } = await host.ask(selector, 'seek', { step });
  return payload.pending.weights;
}
