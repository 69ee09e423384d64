// Says what others have done meanwhile: "Product updated!"
document.addEventListener("DOMContentLoaded", () => {
  const news = document.getElementById("news");
  const say = (text) => {
    const line = document.createElement("p");
    line.textContent = text;
    news.replaceChildren(line);
  };
  const words = { save: "updated", delete: "deleted", touched: "changed" };
  for (const channel of ["post", "product", "order"]) {
    UpdateListener.on(channel, ({ model, event, created }) => {
      if (model) say(`${model} ${created ? "added" : words[event]}!`);
    });
  }
  // What a nightly job says, here or anywhere: notify reports, '{"name":"June"}'
  UpdateListener.on("reports", ({ name }) => {
    if (name) say(`Report ready: ${name}`);
  });
});
