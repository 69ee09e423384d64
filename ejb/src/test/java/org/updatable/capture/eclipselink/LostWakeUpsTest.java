package org.updatable.capture.eclipselink;

import static org.assertj.core.api.Assertions.assertThat;

import org.eclipse.persistence.internal.identitymaps.CacheKey;
import org.junit.jupiter.api.Test;

class LostWakeUpsTest {
    /** As Payara's EclipseLink waits for a lock. */
    @Test
    void whoWaitsToReadLooksAgain() throws InterruptedException {
        CacheKey lock = new CacheKey(1L);
        Thread reader = new Thread(() -> read(lock));
        reader.setDaemon(true);
        reader.start();

        for (int time = 0; time < 100 && reader.isAlive(); time++) {
            LostWakeUps.wake();
            reader.join(50);
        }

        assertThat(reader.isAlive()).isFalse();
    }

    @SuppressWarnings({"WaitNotInLoop", "SynchronizationOnLocalVariableOrMethodParameter"})
    private static void read(CacheKey lock) {
        lock.putThreadAsWaitingToAcquireLockForReading(Thread.currentThread(), "a test");
        try {
            synchronized (lock) {
                lock.wait();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            lock.removeThreadNoLongerWaitingToAcquireLockForReading(Thread.currentThread());
        }
    }
}
