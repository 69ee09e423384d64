package org.updatable.capture.hibernate;

import java.sql.PreparedStatement;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.hibernate.engine.jdbc.internal.Formatter;
import org.hibernate.engine.jdbc.internal.JdbcServicesImpl;
import org.hibernate.engine.jdbc.spi.SqlStatementLogger;
import org.hibernate.service.spi.ServiceRegistryImplementor;
import org.hibernate.sql.exec.spi.ExecutionContext;
import org.hibernate.sql.exec.spi.JdbcMutationExecutor;
import org.hibernate.sql.exec.spi.JdbcOperationQueryMutation;
import org.hibernate.sql.exec.spi.JdbcParameterBindings;
import org.jspecify.annotations.Nullable;

/** Hibernate's own JDBC services; they also tell of each statement that the application writes itself. */
final class ObservedJdbc extends JdbcServicesImpl {
    private static final long serialVersionUID = 1L;

    /** What the thread runs is told already. */
    private static final ThreadLocal<Boolean> TOLD = ThreadLocal.withInitial(() -> false);

    private transient volatile @Nullable JdbcMutationExecutor telling;
    private transient volatile @Nullable SqlStatementLogger hearing;

    ObservedJdbc(ServiceRegistryImplementor services) {
        super(services);
    }

    /** From now on, tells what the application writes itself. */
    void tell(Observer observer) {
        telling = new Telling(super.getJdbcMutationExecutor(), observer);
        hearing = new Hearing(super.getSqlStatementLogger(), observer);
    }

    @Override
    public JdbcMutationExecutor getJdbcMutationExecutor() {
        JdbcMutationExecutor executor = telling;
        return executor == null ? super.getJdbcMutationExecutor() : executor;
    }

    /** Procedures are seen nowhere else. */
    @Override
    public SqlStatementLogger getSqlStatementLogger() {
        SqlStatementLogger logger = hearing;
        return logger == null ? super.getSqlStatementLogger() : logger;
    }

    /** Statements in JPQL, with criteria and in SQL. */
    private record Telling(JdbcMutationExecutor executor, Observer told) implements JdbcMutationExecutor {

        @Override
        public int execute(
                JdbcOperationQueryMutation operation,
                JdbcParameterBindings bindings,
                Function<String, PreparedStatement> statement,
                BiConsumer<Integer, PreparedStatement> expectation,
                ExecutionContext context) {
            told.statement(operation.getSqlString(), context.getSession());
            TOLD.set(true);
            try {
                return executor.execute(operation, bindings, statement, expectation, context);
            } finally {
                TOLD.remove();
            }
        }
    }

    private static final class Hearing extends SqlStatementLogger {
        private static final long serialVersionUID = 1L;

        private final transient SqlStatementLogger logger;
        private final transient Observer told;

        Hearing(SqlStatementLogger logger, Observer told) {
            super(logger.isLogToStdout(), logger.isFormat(), false, logger.getLogSlowQuery());
            this.logger = logger;
            this.told = told;
        }

        @Override
        public void logStatement(String statement) {
            hear(statement);
            logger.logStatement(statement);
        }

        @Override
        public void logStatement(String statement, Formatter formatter) {
            hear(statement);
            logger.logStatement(statement, formatter);
        }

        private void hear(String statement) {
            boolean calls = statement.startsWith("{") || statement.regionMatches(true, 0, "call", 0, "call".length());
            if (calls && !TOLD.get()) told.call();
        }
    }
}
