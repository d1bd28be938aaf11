import { spawn } from "node:child_process";

/** Runs a program that asks on its terminal, answering each time it prints `prompt`. `script` gives it a terminal. */
export const answerPrompts = (
  command: string,
  prompt: string,
  answer: string,
): Promise<{ readonly code: number | null; readonly output: string }> =>
  new Promise((resolve) => {
    const child = spawn("script", ["-qec", command, "/dev/null"], { stdio: ["pipe", "pipe", "inherit"] });
    let output = "";
    let answered = 0;
    child.stdout.on("data", (data: Buffer) => {
      output += data.toString();
      const asked = output.split(prompt).length - 1;
      for (; answered < asked; answered++) child.stdin.write(`${answer}\n`);
    });
    child.on("close", (code) => resolve({ code, output }));
  });
