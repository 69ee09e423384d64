package org.updatable.it.ledger;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Iterator;
import java.util.List;

/** Reads the ids that the job is given. */
@Named
@Dependent
public class Statements extends AbstractItemReader {
    @Inject
    @BatchProperty
    private String ids;

    private Iterator<String> unread;

    @Override
    public void open(Serializable checkpoint) {
        unread = List.of(ids.split(",", -1)).iterator();
    }

    @Override
    public Object readItem() {
        return unread.hasNext() ? unread.next() : null;
    }
}
