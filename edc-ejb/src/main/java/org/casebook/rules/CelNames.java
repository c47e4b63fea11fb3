package org.casebook.rules;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelMutableAst;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.ast.CelMutableExpr;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableMutableAst;
import dev.cel.common.navigation.CelNavigableMutableExpr;
import dev.cel.common.types.CelKind;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The names in one parsed expression: which values and lists they mean, and the types of these for the checker. */
final class CelNames {

    /** Word before the name of a log: its rows. */
    static final String ROWS = "rows";

    private final Names names;
    private final Map<String, CelType> variables = new LinkedHashMap<>();
    private final Map<String, CelType> rowTypes = new LinkedHashMap<>();
    private final Map<Long, String> unknown = new LinkedHashMap<>();

    CelNames(Names names) {
        this.names = names;
    }

    /**
     * Looks all names up, and makes the tree ready for the checker: whole numbers become decimals, so that nobody has to
     * write 2.0 for 2, and the question whether an item of a row is missing goes to the row.
     */
    CelAbstractSyntaxTree settle(CelAbstractSyntaxTree parsed) {
        CelMutableAst tree = CelMutableAst.fromCelAst(parsed);
        List<CelNavigableMutableExpr> nodes =
                CelNavigableMutableAst.fromAst(tree).getRoot().allNodes().toList();
        for (CelNavigableMutableExpr node : nodes) {
            if (node.getKind() == Kind.CONSTANT) {
                makeDecimal(node.expr());
            } else if (node.getKind() == Kind.IDENT) {
                lookUp(node);
            }
        }
        return tree.toParsedAst();
    }

    private static void makeDecimal(CelMutableExpr constant) {
        if (constant.constant().getKind() == CelConstant.Kind.INT64_VALUE) {
            constant.setConstant(
                    CelConstant.ofValue((double) constant.constant().int64Value()));
        }
    }

    private void lookUp(CelNavigableMutableExpr root) {
        List<CelNavigableMutableExpr> chain = new ArrayList<>(List.of(root));
        List<String> parts = new ArrayList<>(List.of(root.expr().ident().name()));
        Optional<CelNavigableMutableExpr> up = root.parent();
        while (up.isPresent() && up.get().getKind() == Kind.SELECT) {
            chain.add(up.get());
            parts.add(up.get().expr().select().field());
            up = up.get().parent();
        }
        boolean asksForMissing = parts.get(0).equals(CelLanguage.MISSING) && parts.size() > 1;
        List<String> asked = asksForMissing ? parts.subList(1, parts.size()) : parts;
        if (!isBound(root, asked.get(0))) {
            declare(asked, root.id());
        } else if (asksForMissing) {
            chain.get(1).expr().select().setField(CelLanguage.MISSING);
            root.expr().ident().setName(asked.get(0));
        }
    }

    private static boolean isBound(CelNavigableMutableExpr node, String name) {
        Optional<CelNavigableMutableExpr> up = node.parent();
        while (up.isPresent()) {
            if (up.get().getKind() == Kind.COMPREHENSION) {
                CelMutableExpr.CelMutableComprehension loop = up.get().expr().comprehension();
                if (name.equals(loop.iterVar()) || name.equals(loop.accuVar())) {
                    return true;
                }
            }
            up = up.get().parent();
        }
        return false;
    }

    /** The longest beginning of the chain that means something; a list may be followed by an item of its rows. */
    private void declare(List<String> parts, long place) {
        for (int length = parts.size(); length > 0; length--) {
            String name = String.join(".", parts.subList(0, length));
            Optional<DataType> type = names.type(name);
            Map<String, DataType> row = names.row(name);
            if (type.isPresent()) {
                variables.put(name, CelLanguage.celType(type.get()));
                return;
            }
            if (!row.isEmpty()) {
                declareRows(name, row);
                return;
            }
        }
        String whole = String.join(".", parts);
        names.hint(whole).ifPresent(sentence -> unknown.put(place, sentence));
    }

    private void declareRows(String list, Map<String, DataType> row) {
        Map<String, CelType> fields = new LinkedHashMap<>();
        Map<String, CelType> missing = new LinkedHashMap<>();
        row.forEach((item, type) -> {
            fields.put(item, CelLanguage.celType(type));
            missing.put(item, SimpleType.BOOL);
            variables.put(list + "." + item, ListType.create(CelLanguage.celType(type)));
        });
        CelType ofMissing = struct(CelLanguage.MISSING + "." + list, missing);
        fields.put(CelLanguage.MISSING, ofMissing);
        variables.put(list, ListType.create(struct(list, fields)));
    }

    private CelType struct(String name, Map<String, CelType> fields) {
        CelType type = StructType.create(
                name, ImmutableSet.copyOf(fields.keySet()), field -> Optional.ofNullable(fields.get(field)));
        rowTypes.put(name, type);
        return type;
    }

    /** The variables that the expression uses, with their types. */
    Map<String, CelType> variables() {
        return variables;
    }

    /** By node: what to say of a name that means nothing here. */
    Map<Long, String> unknown() {
        return unknown;
    }

    CelTypeProvider rowTypes() {
        return new CelTypeProvider() {
            @Override
            public ImmutableList<CelType> types() {
                return ImmutableList.copyOf(rowTypes.values());
            }

            @Override
            public Optional<CelType> findType(String name) {
                return Optional.ofNullable(rowTypes.get(name));
            }
        };
    }

    /**
     * The names that a checked tree asks for, without the language's own; beside a list, which items of its rows ({@code
     * rows.AE} and {@code rows.AE.TERM}).
     */
    Set<String> in(CelAbstractSyntaxTree tree) {
        Set<String> found = new HashSet<>();
        tree.getReferenceMap().values().stream()
                .map(reference -> withoutMissing(reference.name()))
                .filter(name -> variables.containsKey(name)
                        || name.equals(Expression.TODAY)
                        || name.equals(Expression.VISIT_DATE))
                .forEach(found::add);
        CelNavigableAst.fromAst(tree)
                .getRoot()
                .allNodes()
                .map(node -> node.expr())
                .filter(node -> node.getKind() == Kind.SELECT)
                .forEach(node -> itemOfRow(tree, node).ifPresent(found::add));
        return found;
    }

    private static Optional<String> itemOfRow(CelAbstractSyntaxTree tree, CelExpr node) {
        return tree.getType(node.select().operand().id())
                .filter(type -> type.kind() == CelKind.STRUCT)
                .map(row -> withoutMissing(row.name()) + "." + node.select().field())
                .filter(item -> !item.endsWith("." + CelLanguage.MISSING));
    }

    private static String withoutMissing(String name) {
        return name.startsWith(CelLanguage.MISSING + ".") ? name.substring(CelLanguage.MISSING.length() + 1) : name;
    }
}
