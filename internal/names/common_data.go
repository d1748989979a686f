package names

// commonNames are given and family names that very many people bear, in Latin
// letters as news in English writes them, and in their own script where that is
// Chinese or Korean. Two of them together tell nobody.
const commonNames = `ivan ivanov ivanova petr petrov petrova aleksandr alexander alexandr alexei aleksei dmitri dmitry sergei andrei mikhail nikolai vladimir viktor igor oleg pavel yuri yevgeny evgeny
maksim denis anna maria elena olga natalia natalya tatiana tatyana irina svetlana ekaterina yelena marina smirnov smirnova kuznetsov kuznetsova popov popova vasilyev vasiliev sokolov sokolova mikhailov novikov
fedorov morozov volkov alekseev lebedev semyonov semenov egorov pavlov pavlova kozlov stepanov nikolaev orlov andreev makarov nikitin zakharov shevchenko kovalenko bondarenko boyko tkachenko melnyk kravchenko
mohamed mohammed muhammad mohammad ahmed ahmad mahmoud ali hassan hasan hussein hussain husayn omar umar ibrahim yusuf youssef khaled khalid abdullah abdallah mustafa mostafa said saeed salem salim saleh ismail
fatima aisha zainab zeinab maryam mariam khadija nour amina abdelrahman abdulrahman abdulaziz hamid hamza tariq jamal kamal nasser adel samir karim rashid rahman khan malik iqbal akhtar begum bibi hosseini ahmadi
mohammadi rezaei karimi moradi jafari reza mehdi mahdi amir hamed masoud singh kumar sharma gupta das devi kaur patel raj ram john james robert michael william david richard thomas charles joseph christopher daniel
paul mark peter george mary patricia jennifer linda elizabeth barbara susan sarah karen smith johnson williams brown jones miller davis wilson anderson taylor moore martin jackson thompson white harris clark lewis
jose juan luis carlos jorge pedro miguel francisco antonio manuel maria ana rosa carmen garcia rodriguez martinez hernandez lopez gonzalez perez sanchez ramirez torres flores rivera gomez diaz cruz morales reyes
jean pierre michel philippe marie nguyen tran le pham huynh hoang phan vu vo dang bui do ho ngo van thi minh anh duc hung dung tuan wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo
wei fang min jing yan jun lei jie tao ming gang ping hua hong xin bin bo yong yu qiang peng jianguo xiaoming kim lee park choi jung jeong kang cho yoon jang lim han oh seo shin kwon hwang ahn song ryu jun chul cheol
young yong sung jong jin hyun min soo jae mehmet ahmet mustafa ali fatma ayse emine yilmaz kaya demir celik sahin tesfaye abraham berhane haile solomon daniel yonas dawit kidane gebre
王伟 王芳 张伟 王秀英 李伟 李娜 张敏 李静 王静 刘伟 王丽 张丽 李强 王磊 李军 王勇 张勇 李杰 张军 王军 李明 王强 张磊 刘洋 陈静 王明 李秀英 王建国 李建国 张建国 刘建国 王志强 李志强 张志强 李小明 王小明
김철수 김영희 김민수 이영희 김영수 이민수 박지성 김지영 이정훈 김영철 리영철 김정철 리명철 김철호 박철수 최영희 김성민 김미영 이지영 박영수 김영남 김명철`
