package org.updatable.capture;

import java.util.Map;
import org.junit.jupiter.api.Nested;

/** What every change source promises, by theme. The test of a provider extends this class, and runs all of it. */
public abstract class ChangeSourceContract {

    protected abstract ChangeSource source();

    /** Settings of a persistence unit, for which this provider answers. */
    protected abstract Map<String, Object> settings();

    @Nested
    class Transactions extends TransactionsContract {
        Transactions() {
            super(ChangeSourceContract.this);
        }
    }

    @Nested
    class Values extends ValuesContract {
        Values() {
            super(ChangeSourceContract.this);
        }
    }

    @Nested
    class Types extends TypesContract {
        Types() {
            super(ChangeSourceContract.this);
        }
    }

    @Nested
    class Ids extends IdsContract {
        Ids() {
            super(ChangeSourceContract.this);
        }
    }

    @Nested
    class Hierarchies extends HierarchiesContract {
        Hierarchies() {
            super(ChangeSourceContract.this);
        }
    }

    @Nested
    class References extends ReferencesContract {
        References() {
            super(ChangeSourceContract.this);
        }
    }
}
