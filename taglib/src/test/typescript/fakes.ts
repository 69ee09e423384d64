import type { Socket, Surroundings } from "../../main/typescript/connection.ts";

/** Time that passes when a test says so. */
export class Clock {
  #now = 0;
  #timers: { at: number; then: () => void }[] = [];

  readonly after = (milliseconds: number, then: () => void): () => void => {
    const timer = { at: this.#now + milliseconds, then };
    this.#timers.push(timer);
    return () => this.#timers = this.#timers.filter((other) => other !== timer);
  };

  pass(milliseconds: number): void {
    const end = this.#now + milliseconds;
    for (;;) {
      const next = this.#timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
      if (!next) break;
      this.#timers = this.#timers.filter((timer) => timer !== next);
      this.#now = next.at;
      next.then();
    }
    this.#now = end;
  }
}

/** A server's end of one attempt to connect. */
export class FakeSocket implements Socket {
  onopen: Socket["onopen"] = null;
  onmessage: Socket["onmessage"] = null;
  onclose: Socket["onclose"] = null;
  readonly sent: string[] = [];
  closed = false;

  opens(): void {
    this.onopen?.(new Event("open"));
  }

  says(data: unknown): void {
    this.onmessage?.(new MessageEvent("message", { data }));
  }

  closes(): void {
    this.onclose?.(new CloseEvent("close"));
  }

  send(frame: string): void {
    this.sent.push(frame);
  }

  close(): void {
    this.closed = true;
  }
}

/** A network whose dice always fall on the same number. */
export class Network implements Surroundings {
  readonly clock = new Clock();
  readonly after = this.clock.after;
  readonly sockets: FakeSocket[] = [];
  refuses = false;
  dice = 0.5;

  socket(_endpoint: string): Socket {
    const socket = new FakeSocket();
    this.sockets.push(socket);
    if (this.refuses) throw new Error("refused");
    return socket;
  }

  random(): number {
    return this.dice;
  }

  get last(): FakeSocket {
    const socket = this.sockets.at(-1);
    if (!socket) throw new Error("nobody has connected");
    return socket;
  }
}
