/** Tries to reach an address in the two ways a worker has, also when `fetch` has been taken away. */
const outcome = async (job: () => Promise<unknown>): Promise<string> => {
  try {
    await job();
    return "reached";
  } catch {
    return "stopped";
  }
};

addEventListener("message", (event: MessageEvent<string>) => {
  void (async () => {
    const address = event.data;
    const fetched = await outcome(() => fetch(address, { mode: "no-cors" }));
    const imported = await outcome(() => import(/* @vite-ignore */ address));
    postMessage({ fetched, imported });
  })();
});
