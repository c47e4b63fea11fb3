package org.casebook.web.shell;

import jakarta.el.ELContext;
import jakarta.el.ELException;
import jakarta.el.ELResolver;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Calls methods without arguments of our own records from pages, as in {@code #{line.label()}}. The expression language can do
 * that by itself, yet copies and searches all methods of the class at each call: a matrix makes thousands of them.
 */
public final class Accessors extends ELResolver {

    private static final String OURS = "org.casebook.";

    private static final ClassValue<Map<String, Method>> FOUND = new ClassValue<>() {
        @Override
        protected Map<String, Method> computeValue(Class<?> type) {
            return new ConcurrentHashMap<>();
        }
    };

    @Override
    public Object invoke(ELContext context, Object base, Object method, Class<?>[] types, Object[] values) {
        if (base == null || values != null && values.length > 0 || !isOurs(base.getClass())) {
            return null;
        }
        Method found =
                FOUND.get(base.getClass()).computeIfAbsent(method.toString(), name -> find(base.getClass(), name));
        try {
            Object result = found.invoke(base);
            context.setPropertyResolved(base, method);
            return result;
        } catch (InvocationTargetException thrown) {
            throw new ELException(thrown.getCause());
        } catch (IllegalAccessException closed) {
            throw new ELException(closed);
        }
    }

    /** Beans behind proxies are left to those who know them. */
    private static boolean isOurs(Class<?> type) {
        return type.isRecord() && type.getName().startsWith(OURS);
    }

    private static Method find(Class<?> type, String name) {
        try {
            return type.getMethod(name);
        } catch (NoSuchMethodException none) {
            throw new ELException("There is no method " + name + " without arguments in " + type.getName() + ".", none);
        }
    }

    @Override
    public Object getValue(ELContext context, Object base, Object property) {
        return null;
    }

    @Override
    public Class<?> getType(ELContext context, Object base, Object property) {
        return null;
    }

    @Override
    public void setValue(ELContext context, Object base, Object property, Object value) {
        // nothing is ever set through it
    }

    @Override
    public boolean isReadOnly(ELContext context, Object base, Object property) {
        return true;
    }

    @Override
    public Class<?> getCommonPropertyType(ELContext context, Object base) {
        return null;
    }
}
