// The field of most PrimeFaces widgets is inside the element that is named live, and the widget draws or keeps its value
// once more.
(() => {
  const GROUP = "data-update-group";
  const KEPT = ["data-update-token", "data-update-digest"];
  const PENDING = "data-update-pending";
  const FIELD = ":is(input, select)[id$=_input]";

  new MutationObserver(() => {
    for (const outer of document.querySelectorAll(`:is(div, span)[${GROUP}]`)) {
      const group = outer.getAttribute(GROUP);
      const inner = outer.querySelector(FIELD);
      const field = inner ?? outer.closest(".ui-selectonemenu")?.querySelector(FIELD);
      // What draws the widget may be parsed after the field has got the group.
      if (!field || !group || !inner && field.getAttribute(GROUP) !== group) continue;
      for (const named of [outer, ...outer.querySelectorAll(`[${GROUP}]`)]) {
        named.removeAttribute(GROUP);
      }
      for (const name of KEPT) {
        const value = outer.getAttribute(name);
        if (value) field.setAttribute(name, value);
      }
      field.setAttribute(GROUP, group);
    }
  }).observe(document, { childList: true, subtree: true });

  // The user may be in the widget and not in its field.
  document.addEventListener("updatable:before", (event) => {
    const field = event.target;
    const widget = widgetOf(field);
    if (!widget?.panel?.is(":visible") && !widget?.jq.is(".ui-selectonemenu.ui-state-focus")) {
      return;
    }
    event.preventDefault();
    field.setAttribute(PENDING, "");
    field.dispatchEvent(
      new CustomEvent("updatable:pending", { bubbles: true, detail: event.detail }),
    );
  });

  document.addEventListener("updatable:after", ({ target: field }) => {
    const widget = widgetOf(field);
    if (!widget) return;
    if (widget.autonumeric) setNumber(widget, field, field.value);
    else if (widget.selectValue) setMenu(widget, field, field.value);
    // Only the widget hears of these: nobody else's listener, and no f:ajax.
    $(field).triggerHandler("change.selectBooleanCheckbox");
    $(field).triggerHandler("input.datePicker");
  });

  // A number that is shown otherwise than it is rendered seems to be changed.
  document.addEventListener("updatable:pending", ({ target: field, detail: { update } }) => {
    const widget = widgetOf(field);
    if (!widget?.autonumeric || field.matches(":focus")) return;
    const now = Number(widget.getValue());
    if (now !== Number(field.defaultValue) && now !== Number(update.value)) return;
    setNumber(widget, field, update.value ?? "");
    field.removeAttribute(PENDING);
  });

  function widgetOf(field) {
    return PrimeFaces.getWidgetById(field.id.replace(/_input$/, ""));
  }

  /** A menu ignores what is selected already. */
  function setMenu(widget, field, value) {
    field.selectedIndex = -1;
    widget.selectValue(value);
  }

  function setNumber(widget, field, value) {
    field.defaultValue = value;
    widget.setValue(value);
  }
})();
