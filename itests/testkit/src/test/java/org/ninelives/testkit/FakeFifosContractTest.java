package org.ninelives.testkit;

import java.nio.file.Path;
import org.ninelives.api.system.Fifos;
import org.ninelives.testkit.contract.FifosContract;

class FakeFifosContractTest extends FifosContract {

    private final FakeFifos fifos = new FakeFifos();

    @Override
    protected Fifos fifos() {
        return fifos;
    }

    @Override
    protected Path folder() {
        return Path.of("/run");
    }

    @Override
    protected boolean exists(Path path) {
        return fifos.exists(path);
    }

    @Override
    protected void makeFifo(Path path) {
        fifos.makeFifo(path);
    }

    @Override
    protected void makeFile(Path path) {
        fifos.makeFile(path);
    }

    @Override
    protected void makeLink(Path link, Path target) {
        fifos.makeLink(link);
    }

    @Override
    protected String read(Path path) {
        return fifos.read(path);
    }
}
