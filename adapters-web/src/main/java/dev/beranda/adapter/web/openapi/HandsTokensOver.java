package dev.beranda.adapter.web.openapi;

import dev.beranda.adapter.web.security.TokenTransport;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Documents that tokens come in the body or, where a browser's page asks for it, in cookies. Who uses it documents
/// among its 403 that another site's page is refused: `csrf_failed`.
@Parameter(
        name = "X-Token-Transport",
        in = ParameterIn.HEADER,
        description = "`cookie`: tokens travel in cookies that no script can read, and `csrf_token` is in the body;"
                + " `bearer`, or without it: in bodies. Anything else is 400: `token_transport_unknown`",
        schema = @Schema(implementation = TokenTransport.class))
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface HandsTokensOver {}
