// Says what others have done meanwhile: "Product updated!"
document.addEventListener("DOMContentLoaded", () => {
  const news = document.getElementById("news");
  const words = { save: "updated", delete: "deleted", touched: "changed" };
  for (const channel of ["post", "product", "order"]) {
    UpdateListener.on(channel, ({ model, event, created }) => {
      if (!model) return;
      const line = document.createElement("p");
      line.textContent = `${model} ${created ? "added" : words[event]}!`;
      news.replaceChildren(line);
    });
  }
});
