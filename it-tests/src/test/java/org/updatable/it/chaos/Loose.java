package org.updatable.it.chaos;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import java.util.HashSet;
import java.util.Set;
import org.updatable.Updatable;

/** It has no version, and nobody takes a lock: whoever commits last overwrites whatever they have not seen. */
@Entity
@Updatable(open = true)
public class Loose extends Counted {

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "LOOSE_MARKS", joinColumns = @JoinColumn(name = "LOOSE_ID"))
    @Column(name = "MARK")
    private Set<Integer> marks = new HashSet<>();

    protected Loose() {}

    public Set<Integer> getMarks() {
        return marks;
    }

    /** Sets a mark, or takes it away. */
    void mark(int mark) {
        if (!marks.remove(mark)) marks.add(mark);
    }
}
