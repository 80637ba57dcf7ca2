package dev.darkroom.upload.http;

/**
 * One thing wrong with a request.
 *
 * @param field name of the field, parameter or form part
 * @param message what is wrong and what would be right
 */
public record FieldError(String field, String message) {}
