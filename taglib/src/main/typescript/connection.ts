/** The part of a WebSocket that is used here. */
export interface Socket {
  onopen: ((event: Event) => void) | null;
  onmessage: ((event: MessageEvent) => void) | null;
  onclose: ((event: CloseEvent) => void) | null;
  send(frame: string): void;
  close(): void;
}

/** Who is told what happens to a connection. */
export interface ConnectionListener {
  connected(): void;
  received(frame: string): void;
  disconnected(): void;
  /** A frame that is answered, whatever it asks for. */
  asks(): void;
}

/** What a connection needs of its surroundings. A test brings its own clock, dice and server. */
export interface Surroundings {
  socket(endpoint: string): Socket;
  /** Runs something later; calling the answer prevents it. */
  after(milliseconds: number, then: () => void): () => void;
  /** At least 0, below 1. */
  random(): number;
}

/** The longest wait before the first retry, and before any retry. */
const BASE = 500;
const CAP = 30_000;

/**
 * A connection that stayed open for so long was a good one, and the next loss starts from the base
 * again. Not earlier: a server that accepts and closes at once must not be asked again twice a
 * second by every page.
 */
const STABLE = 5_000;

/** A browser cannot see whether a server is still there; it asks so often, and expects an answer before it asks again. */
const ASKS = 30_000;

/**
 * One connection that comes back. It is opened when it is first needed, and after a loss (a first
 * attempt that fails is one, too) it is tried again after a random time below a limit which
 * doubles: "full jitter", as in Marc Brooker, Exponential Backoff And Jitter (2015), so that a
 * restarted server is not met by all pages at once.
 *
 * While the page is away (in the back/forward cache) there is no connection: an open one would keep
 * the page out of that cache, or throw it out.
 */
export class Connection {
  readonly #endpoint: string;
  readonly #listener: ConnectionListener;
  readonly #surroundings: Surroundings;
  #needed = false;
  #away = false;
  #socket: Socket | null = null;
  #open = false;
  #failures = 0;
  #heard = true;
  #cancel: () => void = () => {};

  constructor(endpoint: string, listener: ConnectionListener, surroundings: Surroundings) {
    this.#endpoint = endpoint;
    this.#listener = listener;
    this.#surroundings = surroundings;
    this.#ask();
  }

  get open(): boolean {
    return this.#open;
  }

  /** Somebody has something to say or to hear. */
  needed(): void {
    if (this.#needed) return;
    this.#needed = true;
    this.woke();
  }

  /** The network or the user came back: whoever waits for the next attempt waits no longer. */
  woke(): void {
    if (!this.#needed || this.#away || this.#socket) return;
    this.#cancel();
    this.#connect();
  }

  /** What is open is no good: nobody answers, or it is somebody else's. */
  again(): void {
    const socket = this.#socket;
    this.#failed();
    socket?.close();
  }

  /** The page was hidden for good, or for the back/forward cache. */
  left(): void {
    this.#away = true;
    this.#cancel();
    const socket = this.#socket;
    if (!socket) return;
    this.#lost();
    socket.close();
  }

  /** The page is shown again. */
  returned(): void {
    this.#away = false;
    this.woke();
  }

  /** Says nothing when there is no open connection: who listens is told when there is one again. */
  send(frames: Iterable<string>): void {
    if (this.#open) { for (const frame of frames) this.#socket?.send(frame); }
  }

  #connect(): void {
    let socket: Socket;
    try {
      socket = this.#surroundings.socket(this.#endpoint);
    } catch (problem) { // such as ws: from an https: page
      console.warn("Updatable cannot connect:", problem);
      return this.#failed();
    }
    this.#socket = socket;
    // The events of a socket that was given up still arrive, and are no longer ours.
    socket.onopen = () => {
      if (socket === this.#socket) this.#opened();
    };
    socket.onmessage = ({ data }) => {
      if (socket !== this.#socket || typeof data !== "string") return;
      this.#heard = true;
      this.#listener.received(data);
    };
    socket.onclose = () => { // also follows every error
      if (socket === this.#socket) this.#failed();
    };
  }

  #ask(): void {
    this.#surroundings.after(ASKS, () => {
      if (this.#open) this.#heard ? this.#listener.asks() : this.again();
      this.#heard = !this.#open; // of a new connection nothing is expected yet
      this.#ask();
    });
  }

  #opened(): void {
    this.#open = true;
    this.#cancel = this.#surroundings.after(STABLE, () => this.#failures = 0);
    this.#listener.connected();
  }

  #failed(): void {
    this.#cancel();
    const limit = Math.min(CAP, BASE * 2 ** this.#failures++);
    this.#cancel = this.#surroundings.after(
      this.#surroundings.random() * limit,
      () => this.#connect(),
    );
    this.#lost();
  }

  #lost(): void {
    this.#socket = null;
    this.#open = false;
    this.#listener.disconnected();
  }
}

/**
 * Where to connect to.
 *
 * @param declared a path or an address in http(s) or ws(s), relative to the page; none: beside the
 *   script, which is served at `/<context>/updatable/`
 * @throws {TypeError} when it is not an address
 */
export function endpoint(
  declared: string | null | undefined,
  page: string,
  script: string,
): string {
  const url = declared ? new URL(declared, page) : new URL("../updates", script);
  url.hash = ""; // a WebSocket refuses one
  return url.href.replace(/^http/, "ws");
}
