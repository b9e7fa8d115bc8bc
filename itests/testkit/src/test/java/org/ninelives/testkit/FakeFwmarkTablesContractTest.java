package org.ninelives.testkit;

import java.util.List;
import org.ninelives.api.ipvs.FwmarkRule;
import org.ninelives.api.ipvs.FwmarkTables;
import org.ninelives.testkit.contract.FwmarkTablesContract;

class FakeFwmarkTablesContractTest extends FwmarkTablesContract {

    private final FakeFwmarkTables tables = new FakeFwmarkTables();

    @Override
    protected FwmarkTables tables() {
        return tables;
    }

    @Override
    protected List<FwmarkRule> marked(String table) {
        return tables.tables().entrySet().stream()
                .filter(each -> each.getKey().table().equals(table))
                .flatMap(each -> each.getValue().stream())
                .toList();
    }
}
