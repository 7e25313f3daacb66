// Lets the page attend to what waits (a click, a frame, a message) before more is computed on its own thread.
// By a message, since timers wait at least 4 ms and a promise alone would not let go of the thread at all.

export function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
