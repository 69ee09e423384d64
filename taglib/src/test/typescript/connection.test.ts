import { Connection, endpoint } from "../../main/typescript/connection.ts";
import { equal, fails } from "./assert.ts";
import { Network } from "./fakes.ts";

function setUp() {
  const told: string[] = [];
  const network = new Network();
  const connection = new Connection("ws://host/updates", {
    connected: () => told.push("connected"),
    received: (frame) => told.push("received " + frame),
    disconnected: () => told.push("disconnected"),
    asks: () => told.push("asks"),
  }, network);
  return { told, network, connection };
}

/** The times between the ends of attempts that fail and the next ones. */
function waits(network: Network, attempts: number): number[] {
  return Array.from({ length: attempts }, () => {
    const before = network.sockets.length;
    network.last.closes();
    let waited = 0;
    while (network.sockets.length === before) {
      network.clock.pass(1);
      waited++;
    }
    return waited;
  });
}

Deno.test("nobody connects before it is needed, and then once", () => {
  const { network, connection } = setUp();
  connection.woke();
  connection.returned();
  equal(network.sockets.length, 0);
  connection.needed();
  connection.needed();
  equal(network.sockets.length, 1);
});

Deno.test("the listener is told what happens", () => {
  const { told, network, connection } = setUp();
  connection.needed();
  network.last.opens();
  network.last.says("{}");
  network.last.says(new Uint8Array());
  network.last.closes();
  equal(told, ["connected", "received {}", "disconnected"]);
});

Deno.test("frames are sent in order, and only when there is a connection", () => {
  const { network, connection } = setUp();
  connection.needed();
  connection.send(["lost"]);
  network.last.opens();
  connection.send(["a", "b"]);
  equal(network.last.sent, ["a", "b"]);
  network.last.closes();
  connection.send(["lost"]);
  equal(network.last.sent, ["a", "b"]);
});

Deno.test("a first attempt that fails is tried again, each time after up to twice as long", () => {
  const { told, network, connection } = setUp();
  connection.needed();
  equal(waits(network, 8), [250, 500, 1_000, 2_000, 4_000, 8_000, 15_000, 15_000]);
  equal(told.includes("connected"), false);
});

Deno.test("full jitter: between nothing and the whole", () => {
  const { network, connection } = setUp();
  connection.needed();
  network.dice = 0.998;
  equal(waits(network, 2), [499, 998]);
  network.dice = 0;
  network.last.closes();
  network.clock.pass(0);
  equal(network.sockets.length, 4);
});

Deno.test("a socket that cannot even be made is a failed attempt", () => {
  const { told, network, connection } = setUp();
  const warn = console.warn;
  console.warn = () => {};
  try {
    network.refuses = true;
    connection.needed();
    equal(told, ["disconnected"]);
    network.refuses = false;
    network.clock.pass(250);
    network.last.opens();
    equal(told, ["disconnected", "connected"]);
  } finally {
    console.warn = warn;
  }
});

Deno.test("a connection that was open for a while starts from the base again", () => {
  const { network, connection } = setUp();
  connection.needed();
  waits(network, 4);
  network.last.opens();
  network.clock.pass(5_000);
  equal(waits(network, 2), [250, 500]);
});

Deno.test("a connection that is closed at once does not", () => {
  const { network, connection } = setUp();
  connection.needed();
  waits(network, 4);
  network.last.opens();
  network.clock.pass(4_999);
  equal(waits(network, 1), [4_000]);
  network.clock.pass(5_000);
  equal(waits(network, 1), [8_000], "nor does the time of an earlier socket count");
});

Deno.test("who waits is woken, who does not wait is not", () => {
  const { network, connection } = setUp();
  connection.needed();
  waits(network, 6);
  network.last.closes();
  connection.woke();
  equal(network.sockets.length, 8);
  connection.woke();
  network.clock.pass(60_000);
  equal(network.sockets.length, 8);
});

Deno.test("a page that leaves closes, stays silent, and comes back at once", () => {
  const { told, network, connection } = setUp();
  connection.needed();
  const socket = network.last;
  socket.opens();
  connection.left();
  equal(socket.closed, true);
  socket.says("late");
  socket.closes();
  connection.woke();
  network.clock.pass(60_000);
  equal(network.sockets.length, 1);
  connection.returned();
  equal(network.sockets.length, 2);
  network.last.opens();
  equal(told, ["connected", "disconnected", "connected"]);
});

Deno.test("a server that does not answer for half a minute is given up", () => {
  const { told, network, connection } = setUp();
  connection.needed();
  network.last.opens();
  network.clock.pass(30_000);
  equal(told, ["connected", "asks"]);
  network.last.says("here");
  network.clock.pass(30_000);
  equal(told, ["connected", "asks", "received here", "asks"]);
  network.clock.pass(30_000);
  equal(told.slice(4), ["disconnected"]);
  equal(network.sockets[0]?.closed, true);
  network.clock.pass(500);
  equal(network.sockets.length, 2);
});

Deno.test("a page that leaves while it waits does not connect from where it is", () => {
  const { network, connection } = setUp();
  connection.needed();
  network.last.closes();
  connection.left();
  network.clock.pass(60_000);
  equal(network.sockets.length, 1);
});

const page = "https://host/newsroom/posts?id=1#top";
const script = "https://host/newsroom/updatable/update-listener.js?ln=x";
for (
  const [declared, expected] of [
    [null, "wss://host/newsroom/updates"],
    ["", "wss://host/newsroom/updates"],
    ["/newsroom/updates", "wss://host/newsroom/updates"],
    ["updates", "wss://host/newsroom/updates"],
    ["http://other:8080/updates", "ws://other:8080/updates"],
    ["https://other/updates?a=b#c", "wss://other/updates?a=b"],
    ["ws://other/updates", "ws://other/updates"],
    ["wss://other/updates", "wss://other/updates"],
    ["ws://other/http/updates?https:", "ws://other/http/updates?https:"],
  ] as const
) {
  Deno.test(`the endpoint ${declared} is ${expected}`, () => {
    equal(endpoint(declared, page, script), expected);
  });
}

Deno.test("what is not an address is refused", () => {
  fails(() => endpoint("http://", page, script));
});
