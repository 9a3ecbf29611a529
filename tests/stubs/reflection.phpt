--TEST--
stubs/wschat.php declares what the extension declares: nothing more, nothing less, with the same signatures
--SKIPIF--
<?php
if (extension_loaded('psr')) {
    die('skip the interfaces of PSR-7 are those of the extension psr');
}
?>
--FILE--
<?php
require __DIR__ . '/signatures.inc';

/* A PHP without the extension reads the stub. */
$words = [getenv('TEST_PHP_EXECUTABLE'), '-n', __DIR__ . '/read.inc', dirname(__DIR__, 2) . '/stubs/wschat.php'];
$text = shell_exec(implode(' ', array_map(escapeshellarg(...), $words)));
$stub = json_decode((string) $text, true) ?? die("The stub does not load: $text\n");

if (PHP_VERSION_ID < 80200) { /* has no such attribute */
    $stub['signatures'] = preg_replace('/ has AllowDynamicProperties$/', ' has ', $stub['signatures']);
}

$extension = new ReflectionExtension('wschat');
$there = signatures(
    $extension->getClassNames(),
    array_keys($extension->getFunctions()),
    array_keys($extension->getConstants()),
);

/* Classes with further names are not final in the stub, where these extend them. */
foreach ($stub['names'] as $name => $class) {
    $there = str_replace("$class: final class", "$class: class", $there);
    $is = class_exists($name) || interface_exists($name) || trait_exists($name) ? (new ReflectionClass($name))->name : 'nothing';
    if ($is !== $class) {
        echo "$name is $is, in the stub $class\n";
    }
}
foreach (array_diff($there, $stub['signatures']) as $line) {
    echo "not in the stub: $line\n";
}
foreach (array_diff($stub['signatures'], $there) as $line) {
    echo "only in the stub: $line\n";
}
echo count($there) > 1000 ? 'more than 1000' : count($there), " lines compared, ",
    count($stub['names']) > 20 ? 'more than 20' : count($stub['names']), " further names\n";
?>
--EXPECT--
more than 1000 lines compared, more than 20 further names
