package org.updatable.it.chaos;

import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.descriptors.DescriptorCustomizer;
import org.eclipse.persistence.descriptors.TimestampLockingPolicy;

/**
 * Has EclipseLink take the time of a version from its own clock. It cannot read the one that H2 answers, fails in the middle
 * of the commit, and never gives back the lock that the row has in its cache.
 */
public final class LocalTime implements DescriptorCustomizer {

    /** Made by EclipseLink. */
    public LocalTime() {}

    @Override
    public void customize(ClassDescriptor descriptor) {
        ((TimestampLockingPolicy) descriptor.getOptimisticLockingPolicy()).useLocalTime();
    }
}
