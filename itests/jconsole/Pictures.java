import java.awt.Component;
import java.awt.Container;
import java.awt.Frame;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.event.InputEvent;
import java.io.File;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.swing.JButton;
import javax.swing.JSplitPane;
import javax.swing.JTabbedPane;
import javax.swing.JTable;
import javax.swing.JTree;
import javax.swing.SwingUtilities;
import javax.swing.tree.TreePath;
import sun.tools.jconsole.JConsole;

/**
 * Starts jconsole for a process, goes to beans in its MBeans tab as a person would, and takes
 * pictures of the window.
 *
 * <p>Arguments: the process id and the folder for the pictures.
 */
public final class Pictures {
    private static final long LIMIT_MILLIS = 120_000;
    private static final int WIDTH = 1340;
    private static final int HEIGHT = 820;
    private static final int TREE_WIDTH = 260;

    private final File folder;
    private final Frame window;
    private final JTree tree;

    public static void main(String[] arguments) {
        int status = 1;
        try {
            takeAll(arguments);
            status = 0;
        } catch (Exception e) {
            System.err.println(e.getMessage());
        }
        // The threads of the window would keep the program alive.
        System.exit(status);
    }

    private static void takeAll(String[] arguments) throws Exception {
        JConsole.main(new String[] {arguments[0]});
        Pictures pictures = new Pictures(new File(arguments[1]));
        pictures.show("VrrpInstance", "VI_1", "Operations", "overridePriority");
        pictures.take("jconsole-vrrp-instance.png");
        pictures.show("VrrpInstance", "VI_1", "Attributes");
        pictures.open("Status");
        pictures.take("jconsole-vrrp-attributes.png");
        pictures.show("RealServer", "10.0.0.44]", "10.0.0.1]", "Operations", "overrideWeight");
        pictures.take("jconsole-real-server.png");
        pictures.show("RealServer", "10.0.0.44]", "10.0.0.1]", "Attributes");
        pictures.open("Status");
        pictures.take("jconsole-real-server-attributes.png");
    }

    private Pictures(File folder) throws Exception {
        this.folder = folder;
        JTabbedPane tabs =
                await(
                        "the tabs of jconsole",
                        () ->
                                Stream.of(Frame.getFrames())
                                        .flatMap(frame -> all(frame, JTabbedPane.class))
                                        .filter(pane -> pane.indexOfTab("MBeans") >= 0)
                                        .findFirst());
        window = (Frame) SwingUtilities.getWindowAncestor(tabs);
        inSwing(
                () -> {
                    window.setBounds(0, 0, WIDTH, HEIGHT);
                    tabs.setSelectedIndex(tabs.indexOfTab("MBeans"));
                    return null;
                });
        // jconsole wants TLS first and asks, even where both ends are on one host.
        await(
                        "its question",
                        () -> all(window, JButton.class).filter(Pictures::isAnswer).findFirst())
                .doClick();
        inSwing(
                () -> {
                    all(window, JSplitPane.class)
                            .forEach(split -> split.setDividerLocation(TREE_WIDTH));
                    return null;
                });
        tree = await("the tree of beans", () -> all(window, JTree.class).findFirst());
    }

    private static boolean isAnswer(JButton button) {
        return button.isShowing() && "Insecure connection".equals(button.getText());
    }

    private void show(String... labels) throws Exception {
        TreePath path = new TreePath(tree.getModel().getRoot());
        path = child(path, "org.ninelives");
        for (String label : labels) {
            path = child(path, label);
        }
        show(path);
    }

    /** Opens a value of many parts by a double click, as a person does. */
    private void open(String attribute) throws Exception {
        Rectangle cell =
                await(
                        "the attribute " + attribute,
                        () ->
                                all(window, JTable.class)
                                        .filter(JTable::isShowing)
                                        .flatMap(table -> value(table, attribute))
                                        .findFirst());
        Robot robot = new Robot();
        robot.mouseMove((int) cell.getCenterX(), (int) cell.getCenterY());
        for (int click = 1; click <= 2; click++) {
            robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
            robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
        }
        robot.mouseMove(WIDTH, 0);
    }

    /** Where the value of a row is on the screen. */
    private static Stream<Rectangle> value(JTable table, String name) {
        return IntStream.range(0, table.getRowCount())
                .filter(row -> name.equals(String.valueOf(table.getValueAt(row, 0))))
                .mapToObj(
                        row -> {
                            Rectangle cell = table.getCellRect(row, 1, false);
                            Point corner = table.getLocationOnScreen();
                            cell.translate(corner.x, corner.y);
                            return cell;
                        });
    }

    private void take(String name) throws Exception {
        // What is shown comes from the daemon, and is there a little later.
        Thread.sleep(3000);
        Rectangle area = inSwing(window::getBounds);
        ImageIO.write(new Robot().createScreenCapture(area), "png", new File(folder, name));
        System.out.println(name);
    }

    /** Opens a node and waits for the one below it whose label holds a text. */
    private TreePath child(TreePath parent, String label) throws Exception {
        show(parent);
        return await(
                label + " below " + parent,
                () -> {
                    Object node = parent.getLastPathComponent();
                    for (int i = 0; i < tree.getModel().getChildCount(node); i++) {
                        Object child = tree.getModel().getChild(node, i);
                        if (child.toString().contains(label)) {
                            return Optional.of(parent.pathByAddingChild(child));
                        }
                    }
                    return Optional.empty();
                });
    }

    private void show(TreePath path) throws Exception {
        inSwing(
                () -> {
                    tree.expandPath(path);
                    tree.setSelectionPath(path);
                    tree.scrollPathToVisible(path);
                    return null;
                });
    }

    private static <T extends Component> Stream<T> all(Component component, Class<T> type) {
        Stream<T> itself = Stream.of(component).filter(type::isInstance).map(type::cast);
        return component instanceof Container container
                ? Stream.concat(
                        itself,
                        List.of(container.getComponents()).stream()
                                .flatMap(each -> all(each, type)))
                : itself;
    }

    private static <T> T await(String what, Callable<Optional<T>> look) throws Exception {
        long end = System.currentTimeMillis() + LIMIT_MILLIS;
        while (System.currentTimeMillis() < end) {
            Optional<T> found = inSwing(look);
            if (found.isPresent()) {
                return found.get();
            }
            Thread.sleep(100);
        }
        throw new IllegalStateException("jconsole does not show " + what);
    }

    private static <T> T inSwing(Callable<T> task) throws Exception {
        FutureTask<T> future = new FutureTask<>(task);
        SwingUtilities.invokeLater(future);
        return future.get();
    }
}
