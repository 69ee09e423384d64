package org.updatable.it.ledger;

import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.batch.operations.JobOperator;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.batch.runtime.BatchStatus;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Named;
import java.util.List;
import java.util.Properties;
import java.util.Set;

/** Makes an entry in each account that the job reads, in the transaction that the batch runtime has for a chunk of them. */
@Named
@Dependent
public class Bookkeeper extends AbstractItemWriter {
    private static final Set<BatchStatus> RUNNING = Set.of(BatchStatus.STARTING, BatchStatus.STARTED);

    @EJB
    private Books books;

    @Override
    public void writeItems(List<Object> ids) {
        for (Object id : ids) books.enter((String) id);
    }

    /** Runs the job, and waits for its end. */
    static void enter(String ids) throws InterruptedException {
        JobOperator operator = BatchRuntime.getJobOperator();
        Properties parameters = new Properties();
        parameters.setProperty("ids", ids);
        long job = operator.start("bookkeeping", parameters);
        while (RUNNING.contains(operator.getJobExecution(job).getBatchStatus())) Thread.sleep(50);
        BatchStatus end = operator.getJobExecution(job).getBatchStatus();
        if (end != BatchStatus.COMPLETED) throw new IllegalStateException("The job ended " + end);
    }
}
