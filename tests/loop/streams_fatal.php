<?php
require __DIR__ . '/loop.inc';

$before = <<<'PHP'
    error_reporting(E_ALL & ~E_DEPRECATED);
    register_shutdown_function(function () { echo "shutdown\n"; });
    final class Bomb { function __destruct() { trigger_error('fatal', E_USER_ERROR); } }
    function armed() { $bomb = new Bomb; return function () use ($bomb) {}; }
    $loop = new WsChat\Loop;
    [$a, $b] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
    fwrite($b, 'x');
    PHP;
foreach ([
    'in a reader' => '$loop->addReadStream($a, function () { trigger_error("fatal", E_USER_ERROR); }); $loop->run();',
    'in a writer' => '$loop->addWriteStream($a, function () { eval("class A { class"); trigger_error("fatal", E_USER_ERROR); }); try { $loop->run(); } catch (ParseError $e) { echo "parse error\n"; exit(3); }',
    'taken away' => '$loop->addReadStream($a, armed()); $loop->removeReadStream($a);',
    'taken away inside' => '$loop->addReadStream($a, armed()); $loop->futureTick(function () use ($loop, $a) { $loop->removeReadStream($a); echo "never\n"; }); $loop->run();',
    'closed' => '$loop->addReadStream($a, armed()); fclose($a); $loop->run();',
    'closed inside' => '$loop->addReadStream($a, function ($a) use ($loop) { $loop->addWriteStream($a, armed()); fclose($a); echo "closed\n"; }); $loop->run();',
    'nested' => '$loop->addReadStream($a, function ($a) use ($loop) { fread($a, 1); $loop->futureTick(function () { trigger_error("fatal", E_USER_ERROR); }); $loop->run(); echo "never\n"; }); $loop->run();',
    'in a signal listener' => '$loop->addSignal(10, function () { trigger_error("fatal", E_USER_ERROR); }); exec("kill -10 " . getmypid()); $loop->run();',
    'with a signal listener' => '$loop->addSignal(10, armed()); $loop->removeSignal(10, "strlen"); $loop->futureTick(function () { trigger_error("fatal", E_USER_ERROR); }); $loop->run();',
] as $name => $code) {
    echo "--- $name\n", script("$before $code echo 'never';"), "\n";
}
?>
