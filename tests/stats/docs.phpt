--TEST--
Stats: docs/monitoring.md has every property, every name for Prometheus, every key, and no other
--FILE--
<?php
require __DIR__ . '/stats.inc';

$io = Ratchet\Server\IoServer::factory(new Ratchet\Server\EchoServer, 0, '127.0.0.1', ['callback_times' => true]);
$stats = WsChat\Server::from($io)->stats();
preg_match_all('/^\| `(\w+)` \| `(wschat_\w+)(?:\{(\w+)\})?` \| (.*) \|$/m', file_get_contents(__DIR__ . '/../../docs/monitoring.md'), $rows, PREG_SET_ORDER);
$properties = array_map(fn($property) => $property->name, (new ReflectionClass($stats))->getProperties());
$text = $stats->toPrometheus();
preg_match_all('/^# TYPE (\w+)/m', $text, $families);
$labels = [];
foreach (array_keys(parse_metrics($text)) as $key) {
    preg_match('/^(\w+?)(?:_bucket|_sum|_count)?(?:\{(\w+)="([^"]*)".*\})?$/D', $key, $match);
    $labels[$match[1]][$match[2] ?? ''][$match[3] ?? ''] = true;
}
$differ = fn(array $a, array $b): string => implode(' ', [...array_diff($a, $b), ...array_diff($b, $a)]);
echo 'properties: ', count($rows), ' ', count($rows) === count($properties) ? 'all' : 'others', $differ(array_column($rows, 1), $properties), "\n";
echo 'names: ', $differ(array_column($rows, 2), $families[1]), "\n";
foreach ($rows as [, $property, $name, $label, $what]) {
    if (array_keys($labels[$name]) !== [$label]) {
        echo "$name has the label ", implode(array_keys($labels[$name])), "\n";
    }
    if (is_array($stats->$property)) {
        $keys = array_map(strval(...), array_keys($stats->$property));
        echo $keys === array_map(strval(...), array_keys($labels[$name][$label])) ? '' : "$property has other keys than $name\n";
        foreach ($keys as $key) {
            echo str_contains($what, "`$key`") ? '' : "$property: no word of $key\n";
        }
    }
}
?>
--EXPECT--
properties: 26 all
names: 
