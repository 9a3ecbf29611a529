--TEST--
Module: wschat.classes says which packages' names the native classes have; the others have WsChat\ before theirs
--FILE--
<?php
$php = escapeshellarg(getenv('TEST_PHP_EXECUTABLE')) . ' ' . getenv('TEST_PHP_EXTRA_ARGS');
$script = sys_get_temp_dir() . '/wschat-classes-' . getmypid() . '.php';
file_put_contents($script, <<<'PHP'
<?php
foreach (['Ratchet\ConnectionInterface', 'Ratchet\Server\IoServer', 'Ratchet\RFC6455\Messaging\Frame', 'React\EventLoop\LoopInterface', 'Psr\Http\Message\UriInterface'] as $class) {
    $exists = fn (string $name) => (int) (class_exists($name) || interface_exists($name));
    echo $exists($class), $exists("WsChat\\$class"), ' ';
}
echo (int) defined('Ratchet\VERSION'), (int) defined('WsChat\Ratchet\VERSION'), ' ', (int) class_exists('WsChat\Psr7\Uri'), ' ', json_encode(ini_get('wschat.classes')), "\n";
PHP);
echo shell_exec("$php $script");
foreach (['ratchet,react,psr', 'ratchet', 'react', 'psr', ' PSR ,	React, ', '', ',', 'ratchet;react,psr', 'all,psr'] as $list) {
    echo shell_exec($php . ' -d ' . escapeshellarg("wschat.classes=\"$list\"") . " $script");
}
unlink($script);

echo "-- not to be changed later\n";
var_dump(ini_set('wschat.classes', ''));
?>
--EXPECT--
10 10 10 10 10 10 1 "ratchet,react,psr"
10 10 10 10 10 10 1 "ratchet,react,psr"
10 10 10 01 01 10 1 "ratchet"
01 01 01 10 01 01 1 "react"
01 01 01 01 10 01 1 "psr"
01 01 01 10 10 01 1 " PSR ,\tReact, "
01 01 01 01 01 01 1 ""
01 01 01 01 01 01 1 ","

Warning: wschat.classes names "ratchet;react", which is ignored: it must be a list of ratchet,react,psr, or empty in Unknown on line 0
01 01 01 01 10 01 1 "ratchet;react,psr"

Warning: wschat.classes names "all", which is ignored: it must be a list of ratchet,react,psr, or empty in Unknown on line 0
01 01 01 01 10 01 1 "all,psr"
-- not to be changed later
bool(false)
