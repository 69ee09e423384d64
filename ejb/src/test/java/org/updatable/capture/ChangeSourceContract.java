package org.updatable.capture;

import org.junit.jupiter.api.Nested;
import org.updatable.model.Provider;

/** What every change source promises, by theme. The test of a provider extends this class, and runs all of it. */
public abstract class ChangeSourceContract {

    protected abstract ChangeSource source();

    protected abstract Provider provider();

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

    @Nested
    class Statements extends StatementsContract {
        Statements() {
            super(ChangeSourceContract.this);
        }
    }
}
