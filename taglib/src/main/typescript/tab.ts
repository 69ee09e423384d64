import { addressOf } from "./address.ts";

const KEY = "updatable.tab";

/** Where a tab keeps its id from one page to the next. */
export type Storage = Pick<globalThis.Storage, "getItem" | "setItem" | "removeItem">;

/**
 * The browser tab, by a random id, so that the server knows which tab a form post came from.
 *
 * It lives in the session storage only while no page of the tab is shown: a page takes it out, and
 * puts it back when it is left. Browsers copy the session storage into a duplicated tab and into
 * one opened by script, and two tabs must not have one id. (A tab that crashes gets a new one,
 * which harms nobody.)
 */
export class Tab {
  readonly id: string;
  readonly #storage: () => Storage;

  /** @param storage asked each time, since merely naming it throws where the user forbids it */
  constructor(storage: () => Storage) {
    this.#storage = storage;
    this.id = this.#take() ?? randomId();
  }

  /** The page was left: the next one in this tab goes on with the same id. */
  left(): void {
    try {
      this.#storage().setItem(KEY, this.id);
    } catch { /* then each page is a tab of its own */ }
  }

  /** The page came back out of the back/forward cache. */
  returned(): void {
    this.#take();
  }

  /**
   * Something happened in a form that may end in a post, by the browser or by a script that reads
   * the form's inputs (Faces). Marked that early because `form.submit()` tells nobody. Its
   * attributes are asked, not its properties: an input named "action" hides `form.action`.
   */
  touched(form: HTMLFormElement): void {
    if (!form.matches("[method=post]") || !isOurs(form)) return;
    let input = form.querySelector<HTMLInputElement>(`input[name="${KEY}"]`);
    if (!input) {
      input = document.createElement("input");
      input.type = "hidden";
      input.name = KEY;
      form.append(input);
    }
    input.value = this.id;
  }

  #take(): string | null {
    try {
      const storage = this.#storage();
      const id = storage.getItem(KEY);
      storage.removeItem(KEY);
      return id;
    } catch {
      return null;
    }
  }
}

/** Whether the form posts to where the page came from: no other server learns the id. */
function isOurs(form: HTMLFormElement): boolean {
  const action = form.getAttribute("action");
  return !action || addressOf(action, document.baseURI)?.origin === location.origin;
}

/** Not `crypto.randomUUID()`, which plain http pages of an intranet do not have. */
function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(36)).join("");
}
