package dev.darkroom.infra;

/**
 * An HTTP route that calls a function.
 *
 * @param method {@code ANY}, or one method
 * @param path in API Gateway's notation, {@code {proxy+}} for the rest of the path
 */
public record Route(String method, String path) {}
