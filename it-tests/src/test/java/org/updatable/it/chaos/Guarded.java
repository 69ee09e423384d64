package org.updatable.it.chaos;

import jakarta.persistence.Entity;
import jakarta.persistence.Version;
import org.updatable.TogglesClass;
import org.updatable.Updatable;
import org.updatable.UpdatesAttribute;
import org.updatable.UpdatesWith;
import org.updatable.message.Update;

/** Its version sees to it that nobody overwrites what she has not seen; it says something of every kind. */
@Entity
@Updatable(open = true)
public class Guarded extends Counted {
    @Version
    private long version;

    @TogglesClass("hot")
    private boolean hot;

    @UpdatesAttribute("data-rank")
    private long rank;

    private long hits;

    protected Guarded() {}

    public long getVersion() {
        return version;
    }

    public boolean isHot() {
        return hot;
    }

    public long getHits() {
        return hits;
    }

    public long getRank() {
        return rank;
    }

    @UpdatesWith("hits")
    Update total() {
        return Update.value("total", "hit " + hits + " times");
    }

    @Override
    void set(int field, long value) {
        super.set(field, value);
        rank = getA() + getB() + getC();
        hits = rank;
        hot = rank % 2 == 1;
    }
}
