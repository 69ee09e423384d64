package org.updatable.capture.eclipselink;

import java.util.Map;
import org.updatable.capture.ChangeSource;
import org.updatable.capture.ChangeSourceContract;

class EclipseLinkChangeSourceTest extends ChangeSourceContract {

    @Override
    protected ChangeSource source() {
        return new EclipseLinkChangeSource();
    }

    @Override
    protected Map<String, Object> settings() {
        return Map.of("eclipselink.session-name", "stories-" + System.nanoTime());
    }
}
