package org.updatable.change;

import java.util.Optional;
import org.updatable.message.Group;
import org.updatable.message.Update;

/**
 * Something that the application says itself.
 *
 * @param update what it says
 */
public record Said(Update update) implements Fact {

    @Override
    public Optional<Touched> touched() {
        return Group.parse(update.group()).map(group -> Touched.row(new Row(group.namespace(), group.id())));
    }
}
