// What an application of Django says, with its own client, unmodified: tells in lines of JSON what comes of it.
import dcrf from "npm:dcrf-client@0.3.0";

const [address, post] = [Deno.args[0], Number(Deno.args[1])];
const say = (line) => console.log(JSON.stringify(line));
const refused = ({ response_status, errors }) => say({ refused: response_status, errors });

const client = dcrf.default.connect(address, {
  websocket: { minReconnectionDelay: 50, maxReconnectionDelay: 100 },
});
const listed = await client.list("post", { title: "Before" });
say({ listed: listed.map(({ pk }) => pk).includes(post) });
say({ retrieved: (await client.retrieve("post", post)).title });
await client.retrieve("post", -1).catch(refused);
await client.create("post", { title: "Mine" }).catch(refused);
await client.subscribe("post", post, ({ pk, title }, action) => say({ action, pk, title }));
say({ subscribed: post });
