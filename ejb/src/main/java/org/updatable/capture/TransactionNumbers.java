package org.updatable.capture;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;
import org.updatable.change.Commit;
import org.updatable.counters.Failures;

/**
 * The numbers that one PostgreSQL gives to transactions. Each transaction that changes live rows is asked for its own once, as
 * long as somebody wants to know: when the database has triggers that say it.
 */
public final class TransactionNumbers {
    private static final String NUMBER = "select txid_current()";

    private final OwnTransactions all;
    private final int unit;
    private volatile boolean wanted;

    /** @param unit tells the numbers of one database from those of another */
    TransactionNumbers(OwnTransactions all, int unit) {
        this.all = all;
        this.unit = unit;
    }

    /**
     * From now on transactions are asked, or are not.
     *
     * @param wanted whether anybody says their numbers
     */
    public void want(boolean wanted) {
        this.wanted = wanted;
    }

    /**
     * How all nodes' parts here write a number.
     *
     * @param number as the database says it
     * @return the same with what tells it from that of another database
     */
    public String of(String number) {
        return unit + ":" + number;
    }

    /**
     * Asks a transaction for its number, when that is wanted and not known yet. Never throws: what the database says of a
     * transaction that could not be asked is read, as if it were another program's.
     *
     * @param slot of the transaction
     * @param transaction lends the transaction's own connection
     * @return the slot
     */
    public CommitSlot numbered(CommitSlot slot, Database transaction) {
        if (!wanted || slot.isNumbered(this)) return slot;
        try {
            transaction.lend(connection -> {
                try (Statement statement = connection.createStatement();
                        ResultSet answer = statement.executeQuery(NUMBER)) {
                    if (answer.next()) number(slot, of(answer.getString(1)));
                }
            });
        } catch (SQLException | RuntimeException failure) {
            Failures.report(
                    "A transaction could not be asked for its number: what it changes is told, and read once more.",
                    failure);
        }
        return slot;
    }

    private void number(CommitSlot slot, String number) {
        slot.number(this, number);
        all.begins(number);
    }

    void ended(String number, @Nullable Commit commit) {
        all.ended(number, commit);
    }
}
