--TEST--
Each example is PHP, short, says how it is started, and has a test; docs/examples.md lists it
--FILE--
<?php
const EXAMPLES = __DIR__ . '/../../php-examples';
const TESTS = ['ChatStore' => 'chat']; /* those that have another's test */

$docs = file_get_contents(__DIR__ . '/../../docs/examples.md');
$count = 0;
foreach (glob(EXAMPLES . '/*.php') as $file) {
    $name = basename($file, '.php');
    $code = file_get_contents($file);
    $wrong = array_keys(array_filter([
        'has 80 lines or more' => substr_count($code, "\n") >= 80,
        'has a line of more than 120 characters' => max(array_map(strlen(...), explode("\n", $code))) > 120,
        'names no licence' => !str_starts_with($code, "<?php\n// SPDX-License-Identifier: MIT\n//\n// "),
        'does not say how it is started' => !isset(TESTS[$name])
            && !preg_match("/^\/\/     php -d extension=wschat\.so $name\.php/m", $code),
        'has no test' => !is_file(__DIR__ . '/' . (TESTS[$name] ?? $name) . '.phpt'),
        'is not in docs/examples.md' => !str_contains($docs, "$name.php"),
    ]));
    exec(escapeshellarg(getenv('TEST_PHP_EXECUTABLE') ?: PHP_BINARY) . ' -n -l ' . escapeshellarg($file) . ' 2>&1', $output, $status);
    foreach ($status === 0 ? $wrong : [...$wrong, 'does not parse'] as $what) {
        echo "$name.php $what\n";
    }
    $count++;
}
echo $count >= 12 ? 'all of them' : "only $count", "\n";
?>
--EXPECT--
all of them
