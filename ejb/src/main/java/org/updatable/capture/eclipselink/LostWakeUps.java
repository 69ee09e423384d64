package org.updatable.capture.eclipselink;

import org.eclipse.persistence.internal.helper.ConcurrencyManager;

/**
 * Threads that EclipseLink lets wait, and forgets to wake. That of Payara 6.2025.10 (4.0.7.payara-p1) does: who finds a row while
 * another thread has it locked in the shared cache waits for the monitor of the lock ({@code WriteLockManager.acquireLocksForClone}),
 * and the lock's release signals a condition of another kind, so that she waits for ten minutes. It happens seldom, and mostly
 * where the row is to be read again, because somebody has changed it past the cache.
 */
final class LostWakeUps {
    private LostWakeUps() {}

    /** Lets all look again who wait to read. Who is right to wait goes on waiting. */
    static void wake() {
        for (ConcurrencyManager lock :
                ConcurrencyManager.getThreadsToWaitOnAcquireReadLockSnapshot().values()) {
            synchronized (lock) {
                lock.notifyAll();
            }
        }
    }
}
