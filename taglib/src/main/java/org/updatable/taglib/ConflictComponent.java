package org.updatable.taglib;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.component.FacesComponent;
import jakarta.faces.component.UIComponentBase;
import jakarta.faces.context.FacesContext;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.updatable.model.LiveModel;

/**
 * {@code <upd:conflict entity="#{editor.order}"/>} in a form of Faces: says that the row was changed {@linkplain Conflict meanwhile}, and
 * gives the entity the version that the user has seen, before the form's action is called.
 */
@FacesComponent(ConflictComponent.COMPONENT_TYPE)
public class ConflictComponent extends UIComponentBase {
    /** The type under which the tag library finds the component. */
    public static final String COMPONENT_TYPE = "org.updatable.Conflict";

    private static final String KEPT =
            "The %s of <upd:conflict> is older than what its page shows. Read it anew for each request, and not once for the view: else what the form does not show is saved as it was.";

    /** Made by Faces. */
    public ConflictComponent() {}

    @Override
    public String getFamily() {
        return COMPONENT_TYPE;
    }

    @Override
    public void decode(FacesContext context) {
        String name = getClientId(context);
        String version = context.getExternalContext().getRequestParameterMap().get(name);
        if (version != null) sent(context).put(name, version);
    }

    /** The versions that were sent, and not given to their entities yet. Not kept here: in a list one component stands for many rows. */
    @SuppressWarnings("unchecked")
    private static Map<String, String> sent(FacesContext context) {
        return (Map<String, String>)
                context.getAttributes().computeIfAbsent(COMPONENT_TYPE, none -> new HashMap<String, String>());
    }

    /**
     * The version is only ever lowered: an entity that is older than what the user has seen, since it was kept in the view, holds
     * older values of what the form does not show, and who saves it is told of the conflict.
     */
    @Override
    public void processUpdates(FacesContext context) {
        super.processUpdates(context);
        Object entity = getAttributes().get("entity");
        if (!isRendered() || entity == null) return;
        String text = sent(context).remove(getClientId(context));
        if (text == null) return;
        CDI.current().select(LiveModel.class).get().of(entity.getClass()).ifPresent(live -> {
            if (live.rowOf(entity).isEmpty()) return; // a new one, in place of one that is gone
            try {
                if (!live.seen(entity, text))
                    Stage.now().mistake(KEPT.formatted(entity.getClass().getName()));
            } catch (NumberFormatException notOurs) {
                context.validationFailed();
                context.renderResponse();
            }
        });
    }

    @Override
    public void encodeBegin(FacesContext context) throws IOException {
        if (!isRendered()) return;
        Optional<Conflict> conflict = Conflict.of(getAttributes().get("entity"));
        if (conflict.isEmpty()) return;
        context.getResponseWriter()
                .write(conflict.get()
                        .markup(
                                getClientId(context),
                                sent(context).get(getClientId(context)),
                                context.getViewRoot().getLocale(),
                                FacesAttributes.texts(this, Conflict.TEXTS),
                                FacesAttributes.ofElement(this, context)));
    }
}
