package dev.darkroom.upload.http;

/**
 * A fault in one field of a request.
 *
 * @param field name of the field, parameter or form part
 * @param message what the field must be
 */
public record FieldError(String field, String message) {}
