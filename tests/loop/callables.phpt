--TEST--
Loop: every kind of callable, and extra arguments are ignored
--EXTENSIONS--
wschat
--FILE--
<?php
require __DIR__ . '/loop.inc';

final class Caller
{
    public static function fixed() { echo __METHOD__, "\n"; }
    public function method() { echo __METHOD__, "\n"; }
    public function __invoke() { echo __METHOD__, "\n"; }
    public function __call($name, $arguments) { echo "$name\n"; }
    private function hidden() { echo __METHOD__, "\n"; }
    public function callback() { return $this->hidden(...); }
    public function __destruct() { echo __METHOD__, "\n"; }
}

function named($timer) { echo get_class($timer), "\n"; }

$loop = idle_loop();
$caller = new Caller;
foreach ([[$caller, 'method'], $caller, [$caller, 'magic'], $caller->callback(), 'Caller::fixed', ['Caller', 'fixed'], 'named',
    named(...)] as $callback) {
    $loop->addTimer(0, $callback, 'more');
}
$loop->futureTick([$caller, 'method'], 'more');
unset($caller, $callback);
$loop->run('more');
$loop->stop('more');
echo "end\n";
?>
--EXPECT--
Caller::method
Caller::method
Caller::__invoke
magic
Caller::hidden
Caller::__destruct
Caller::fixed
Caller::fixed
WsChat\Timer
WsChat\Timer
end
