import type { Json } from "../../main/typescript/messages.ts";
import { Models } from "../../main/typescript/models.ts";
import { Observation, type RowEvent, type Selection } from "../../main/typescript/observation.ts";
import { equal } from "./assert.ts";
import { Network } from "./fakes.ts";

interface Post {
  readonly title: string;
}

/** A page that follows posts, and the server behind it. */
function setUp(selection: Selection<Post> = {}) {
  const network = new Network();
  const models = new Models("ws://host/updates/-", network);
  const told: string[] = [];
  const observation = new Observation<Post>(
    models,
    "post",
    selection,
    (event) => told.push(textOf(event)),
    (state, error) => told.push(error ? `${state} ${error.message}` : state),
    network.after,
  );
  const page = {
    network,
    models,
    told,
    observation,
    /** What was told since it was last looked. */
    tells: () => told.splice(0),
    requests: () => network.last.sent.splice(0).map((frame) => JSON.parse(frame)),
    answers: (id: number, status: number, data: Json = null, errors: Json[] = []) =>
      page.says({ errors, data, action: "asked", response_status: status, request_id: id }),
    happens: (id: number, action: string, data: Json) =>
      page.says({ action, errors: [], response_status: 200, request_id: id, data }),
    says: (payload: Json) => network.last.says(JSON.stringify({ stream: "post", payload })),
    /** Opens, and answers what is asked: the ids of the two requests. */
    begins: (rows: Json): [number, number] => {
      network.last.opens();
      const join = page.requests()[0].payload.request_id;
      page.answers(join, 201);
      const read = page.requests()[0].payload.request_id;
      page.answers(read, 200, rows);
      return [join, read];
    },
  };
  return page;
}

function textOf(event: RowEvent<Post>): string {
  return event.action === "delete"
    ? `delete ${event.pk}`
    : `${event.action} ${event.pk} ${event.row.title}`;
}

const row = (pk: number, title: string): Json => ({ pk, id: pk, title });

Deno.test("it joins first, and then reads", () => {
  const { network, requests, answers, tells } = setUp({ title: "a" });
  network.last.opens();
  equal(requests(), [{
    stream: "post",
    payload: { action: "subscribe_many", filters: { title: "a" }, request_id: 1 },
  }]);
  answers(1, 201);
  equal(requests(), [{
    stream: "post",
    payload: { action: "list", filters: { title: "a" }, request_id: 2 },
  }]);
  equal(tells(), []);
  answers(2, 200, [row(1, "a"), row(2, "a")]);
  equal(tells(), ["create 1 a", "create 2 a", "live"]);
});

Deno.test("one row is read by its id, and may come later", () => {
  const { network, requests, answers, happens, tells } = setUp(7);
  network.last.opens();
  equal(requests()[0].payload, { action: "subscribe_many", ids: [7], request_id: 1 });
  answers(1, 201);
  equal(requests()[0].payload, { action: "retrieve", pk: 7, request_id: 2 });
  answers(2, 404, null, ["Not found"]);
  equal(tells(), ["live"]);
  happens(1, "create", row(7, "a"));
  equal(tells(), ["create 7 a"]);
});

Deno.test("what happens between joining and reading is told once", () => {
  const { network, requests, answers, happens, tells } = setUp();
  network.last.opens();
  answers(1, 201);
  requests();
  happens(1, "update", row(1, "b"));
  happens(1, "create", row(2, "b"));
  happens(1, "delete", { pk: 3 });
  answers(2, 200, [row(1, "b"), row(2, "b")]);
  happens(1, "update", row(2, "b"));
  equal(tells(), ["create 1 b", "create 2 b", "live"]);
});

Deno.test("what happens is told", () => {
  const { begins, happens, tells } = setUp();
  const [join] = begins([row(1, "a")]);
  happens(join, "update", row(1, "b"));
  happens(join, "create", row(2, "a"));
  happens(join, "delete", { pk: 1 });
  happens(join, "delete", { pk: 1 });
  equal(tells(), ["create 1 a", "live", "update 1 b", "create 2 a", "delete 1"]);
});

Deno.test("after a loss the difference is told", () => {
  const { network, begins, happens, tells } = setUp();
  const [before] = begins([row(1, "a"), row(2, "a"), row(3, "a")]);
  tells();
  const lost = network.last;
  lost.closes();
  equal(tells(), ["offline"]);
  network.clock.pass(500);
  const [join] = begins([row(2, "b"), row(3, "a"), row(4, "a")]);
  equal(join !== before, true);
  equal(tells(), ["delete 1", "update 2 b", "create 4 a", "live"]);
  lost.says(JSON.stringify({ payload: { action: "delete", request_id: join, data: { pk: 3 } } }));
  happens(before, "delete", { pk: 3 });
  equal(tells(), []);
});

Deno.test("what is refused is not there, and asked for again by the next connection", () => {
  const { network, requests, begins, answers, tells } = setUp();
  begins([row(1, "a")]);
  network.last.closes();
  network.clock.pass(500);
  network.last.opens();
  const id = requests()[0].payload.request_id;
  tells();
  answers(id, 403, null, ["You do not have permission to perform this action."]);
  equal(tells(), [
    "delete 1",
    "refused asked of post: 403 You do not have permission to perform this action.",
  ]);
  network.last.closes();
  network.clock.pass(1_000);
  begins([row(1, "a")]);
  equal(tells(), ["create 1 a", "live"]);
});

Deno.test("a server in trouble is asked again, and nothing is taken for gone", () => {
  const { network, requests, answers, begins, tells } = setUp();
  begins([row(1, "a")]);
  network.last.closes();
  network.clock.pass(500);
  network.last.opens();
  tells();
  answers(requests()[0].payload.request_id, 500, null, ["The server could not do this."]);
  equal(tells(), ["refused asked of post: 500 The server could not do this."]);
  requests();
  network.clock.pass(10_000);
  answers(requests()[0].payload.request_id, 201);
  answers(requests()[0].payload.request_id, 200, [row(1, "b")]);
  equal(tells(), ["update 1 b", "live"]);
});

Deno.test("reasons for fields are readable", () => {
  const { network, answers, tells } = setUp();
  network.last.opens();
  answers(1, 400, null, [{ colour: ["There is no such field."] }]);
  equal(tells(), ['refused asked of post: 400 {"colour":["There is no such field."]}']);
});

Deno.test("who cancels leaves, and is told nothing any more", () => {
  const { network, observation, begins, requests, happens, tells } = setUp();
  const [join] = begins([]);
  tells();
  observation.cancel();
  equal(requests()[0].payload, { action: "unsubscribe_many", request_id: join });
  happens(join, "create", row(1, "a"));
  network.last.closes();
  network.clock.pass(500);
  network.last.opens();
  equal([requests(), tells()], [[], []]);
});

Deno.test("who fails when it is told something is told what follows", () => {
  const network = new Network();
  const models = new Models("ws://host/updates/-", network);
  const error = console.error;
  const said: unknown[] = [];
  console.error = (...words) => void said.push(words.at(-1));
  try {
    const told: string[] = [];
    new Observation<Post>(
      models,
      "post",
      {},
      (event) => {
        told.push(textOf(event));
        throw new Error("no");
      },
      () => {},
      network.after,
    );
    network.last.opens();
    const answer = (id: number, status: number, data: Json) =>
      network.last.says(
        JSON.stringify({ payload: { request_id: id, response_status: status, data } }),
      );
    answer(1, 201, null);
    answer(2, 200, [row(1, "a"), row(2, "a")]);
    equal(told, ["create 1 a", "create 2 a"]);
    equal(said.length, 2);
  } finally {
    console.error = error;
  }
});

Deno.test("a connection is asked no more than a server answers", () => {
  const network = new Network();
  const models = new Models("ws://host/updates/-", network);
  for (let i = 0; i < 250; i++) {
    new Observation<Post>(models, "post", i, () => {}, () => {}, network.after);
  }
  network.last.opens();
  equal(network.last.sent.length, 100);
  network.clock.pass(2_499);
  equal(network.last.sent.length, 100);
  network.clock.pass(1);
  equal(network.last.sent.length, 200);
  network.clock.pass(2_500);
  equal(network.last.sent.length, 250);
  network.clock.pass(60_000);
  equal(network.sockets.length > 1, true, "nobody has answered");
});

Deno.test("what cannot be read, and what nobody has asked for, harms nothing", () => {
  const { network, begins, says, tells } = setUp();
  begins([]);
  tells();
  const warn = console.warn;
  console.warn = () => {};
  try {
    network.last.says("{");
    network.last.says('{"errors":["Too much."],"response_status":429,"request_id":null}');
    network.last.says("null");
    says({ action: "update", request_id: 99, data: row(1, "a") });
    says({ action: "update", request_id: "1", data: row(1, "a") });
    says(null);
    equal(tells(), []);
  } finally {
    console.warn = warn;
  }
});

Deno.test("it asks for a sign of life by something that is always answered", () => {
  const { network, begins, requests } = setUp();
  begins([]);
  network.clock.pass(30_000);
  equal(requests(), [{
    stream: "post",
    payload: { action: "unsubscribe_many", request_id: 0 },
  }]);
});
