package org.updatable.it.chaos;

import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import org.updatable.Updatable;

/** A row of which every field only grows, as far as its writers do not overwrite each other. */
@MappedSuperclass
public abstract class Counted {
    static final int FIELDS = 3;

    @Id
    private long id;

    private long a;
    private long b;
    private long c;

    protected Counted() {}

    Counted(long id) {
        this.id = id;
    }

    public long getId() {
        return id;
    }

    public long getA() {
        return a;
    }

    public long getB() {
        return b;
    }

    public long getC() {
        return c;
    }

    /** Derived from two fields, which two may write at the same time. */
    @Updatable
    public long getSum() {
        return a + b;
    }

    /** Sets one of the fields. */
    void set(int field, long value) {
        switch (field) {
            case 0 -> a = value;
            case 1 -> b = value;
            default -> c = value;
        }
    }

    /** Sets all of them. */
    void setAll(long value) {
        for (int field = 0; field < FIELDS; field++) set(field, value);
    }

    long get(int field) {
        return switch (field) {
            case 0 -> a;
            case 1 -> b;
            default -> c;
        };
    }
}
