import type { Notify, Update } from "./messages.ts";

/** What a region tells that is about to be rendered again. */
export interface RegionDetail {
  readonly channel: string;
  readonly payload: Notify["payload"];
}

/** What every event of an update tells. */
export interface UpdateDetail {
  readonly update: Update;
}

/** What an element says of updates, to itself and to everything around it. */
export interface UpdatableEventMap {
  /** It is about to change. `preventDefault()` leaves it as it is, for this update. */
  "updatable:before": CustomEvent<UpdateDetail>;
  /** It has changed. */
  "updatable:after": CustomEvent<UpdateDetail>;
  /** It is a form field that did not take the update: the user is in it or has changed it. */
  "updatable:pending": CustomEvent<UpdateDetail>;
  /** It is a region that is about to be rendered again. `preventDefault()` leaves it as it is. */
  "updatable:region": CustomEvent<RegionDetail>;
}
