<?php
/* SPDX-License-Identifier: MIT */
return function (Talk $talk): void {
    $a = $talk->connect()->until("1\r\n");
    $b = $talk->connect()->until("2\r\n");
    $a->send("hello\r\nand ");
    $b->until("hello\r\n");
    $a->send("more\r\n");
    $b->until("and more\r\n")->send("quit\r\nnot this\r\n")->eof();
    $talk->out('1 left');
    $c = $talk->connect()->until("2\r\n")->send("to a\n");
    $a->until("to a\r\n")->shutdown()->eof();
    $talk->out('1 left');
    $c->send("alone\n")->reset();
    $talk->out('0 left');
};
