package dev.beranda.adapter.web.security;

import dev.beranda.domain.session.Access;
import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import jakarta.inject.Singleton;

/// Hands a controller whoever calls, as a parameter of type [Access].
@Singleton
final class AccessBinder implements TypedRequestArgumentBinder<Access> {

    @Override
    public Argument<Access> argumentType() {
        return Argument.of(Access.class);
    }

    @Override
    public BindingResult<Access> bind(ArgumentConversionContext<Access> context, HttpRequest<?> source) {
        return () -> Caller.of(source);
    }
}
