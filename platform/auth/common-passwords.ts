/**
 * What guessers try first, of those that pass the other rules: written as `passwords.ts` reads them, in small
 * letters and with @ 0 $ 1 ! 3 4 5 turned into the letters they stand for.
 */
export const COMMON_PASSWORDS: ReadonlySet<string> = new Set(
  (
    'aai2eas6 aai2eas6. aai2eas678 aai2eas6a aai2eas6i abc.i2eas6 abcai2ea abcai2eas abcai2eas6 ' +
    'abcd.i2ea abcdai2ea abcdei2eas abcdi2ea abcdi2eai abci2eas abci2eas6 abci2eia# admin888 ' +
    'admina888 adminahuawei adminai2e adminai2ea adminai2eas admini2e admini2eas6 admini2ei ' +
    'administratori ai2eas67 ai2eas678 ai2eas6789 aib2ceda aib2cedai asdfai2ea asdfi2ea asdi2eia# ' +
    'baseballi boshanai2e boshani2e changemei changemei2ei chinaai2e chinai2ei ciscoai2e defaultai2e ' +
    'dragoni2e footballi fuwuai2eas6 guestai2e hecai2ea helloai2e helloi2e helloi2eai huaweiai2e ' +
    'huaweii2e i2eabcia# i2eaqwer i2eaqweri i2eas678a i2eas678a. i2eas6a. i2eas6aa. i2eas6aaa ' +
    'i2eas6aabc i2eas6aai i2eas6abc. i2eas6ai i2eas6qq. i2eqweasd i2eqweia# i2eqweii iloveyoui ' +
    'iloveyouii iq2weear iq2weeari iq2weearst iqaz2wsx iqaz2wsxeedc iqaz2wsxi iqazawsx iqaziqaz ' +
    'letmeini letmeini2ei monkeyi2e mysqlai2e nihaoai2e nihaoi2e oracleai2e passwdi2e password ' +
    'passwordi passwordi2 passwordi2e passwordi2ea passwordia# princessi qazi2eia# qazwsxai2e ' +
    'qazwsxi2e qweai2ea qwei2eia# qwerai2ea qweri2ea qweri2eai qweria#s qwertyai2e qwertyi2e ' +
    'qwertyi2ei qwertyii rootai2e rootai2ea rooti2eas6 sdzwai2ea serverai2e sunshinei supermani ' +
    'systemai2e testai2e testai2ea testi2eas6 testia#i2e userai2e userai2ea useri2eas6 welcomeai2e ' +
    'welcomei welcomei2e welcomeii woainias2o woainii2e woainiieia woainis2o xzfwai2ea zaqi2wsx ' +
    'zaqiawsx zhengwuai2e zhengwui2e zhongguoai2e zhongguoi zwfwa2o2a zwfwa2o2s zwfwai2e zwfwai2ea ' +
    'zwfwi2eas6 zxcvbni2ei zxcvbnmi'
  ).split(' '),
)
