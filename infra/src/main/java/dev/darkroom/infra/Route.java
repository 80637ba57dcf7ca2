package dev.darkroom.infra;

/**
 * An HTTP route that calls a function.
 *
 * @param method HTTP method, or {@code ANY}
 * @param path path in API Gateway's notation, with {@code {proxy+}} for the rest of the path
 */
public record Route(String method, String path) {}
