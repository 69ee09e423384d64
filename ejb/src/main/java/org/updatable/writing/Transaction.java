package org.updatable.writing;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.updatable.writing.Outcome.Done;

/** A transaction of its own, which commits when something was done. */
@ApplicationScoped
public class Transaction {
    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    @Nullable
    TransactionSynchronizationRegistry transaction;

    /** Made by the container. */
    public Transaction() {}

    /**
     * Does something.
     *
     * @param work what is to be done
     * @return what came of it, when it is committed or rolled back
     */
    @Transactional(TxType.REQUIRES_NEW)
    public Outcome run(Supplier<Outcome> work) {
        Outcome outcome = work.get();
        if (!(outcome instanceof Done) && transaction != null) transaction.setRollbackOnly();
        return outcome;
    }
}
