package org.updatable.newsroom;

/** How far a post is. */
public enum Status {
    DRAFT,
    DEVELOPING,
    PUBLISHED,
    BREAKING
}
